package dev.holdfast.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.SQLTransientConnectionException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.transaction.CannotCreateTransactionException;

class ApiServletTest {

    @ParameterizedTest
    @MethodSource
    void saysTryAgainWhileTheDatabaseIsAway(RuntimeException away) throws IOException {
        MockHttpServletResponse response = answerTo(away);
        assertThat(response.getStatus()).isEqualTo(503);
        assertThat(response.getHeader("Retry-After")).isEqualTo("1");
        assertThat(response.getContentAsString()).contains("\"code\":\"try_again\"");
    }

    static Stream<RuntimeException> saysTryAgainWhileTheDatabaseIsAway() {
        var refused = new SQLTransientConnectionException("Connection is not available");
        return Stream.of(
                new CannotGetJdbcConnectionException("Failed to obtain JDBC Connection", refused),
                new CannotCreateTransactionException("Could not open JDBC Connection for transaction", refused),
                new QueryTimeoutException("canceling statement"));
    }

    @Test
    void saysThatAFaultIsOursWithoutSayingWhich() throws IOException {
        MockHttpServletResponse response = answerTo(new IllegalStateException("a secret of ours"));
        assertThat(response.getStatus()).isEqualTo(500);
        assertThat(response.getContentAsString()).contains("internal_error").doesNotContain("secret");
    }

    private static MockHttpServletResponse answerTo(RuntimeException fault) throws IOException {
        Routes routes = new Routes().add("GET", "orders", exchange -> {
            throw fault;
        });
        MockHttpServletRequest request = new MockHttpServletRequest("GET", "/api/v1/orders");
        request.setPathInfo("/orders");
        MockHttpServletResponse response = new MockHttpServletResponse();
        new ApiServlet(routes).service(request, response);
        return response;
    }
}
