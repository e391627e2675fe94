package dev.holdfast.launch.payment;

import com.wechat.pay.java.core.auth.Credential;
import com.wechat.pay.java.core.auth.Validator;
import com.wechat.pay.java.core.exception.HttpException;
import com.wechat.pay.java.core.http.AbstractHttpClient;
import com.wechat.pay.java.core.http.AbstractHttpClientBuilder;
import com.wechat.pay.java.core.http.HttpRequest;
import com.wechat.pay.java.core.http.JsonRequestBody;
import com.wechat.pay.java.core.http.OriginalResponse;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The one place where WeChat Pay's library meets the network: signing, checking of signatures and reading stay its
/// own.
///
/// The library writes its host into every address and offers a proxy at most, so the host is set here; the signature
/// covers path and query alone.
final class WeChatHttpClient extends AbstractHttpClient {

    private static final Duration CONNECT_WITHIN = Duration.ofSeconds(5);
    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(20);

    private static final List<String> LOOKED_UP =
            List.of("Request-ID", "Wechatpay-Serial", "Wechatpay-Timestamp", "Wechatpay-Nonce", "Wechatpay-Signature");

    private final HttpClient client;
    private final URI api;

    private WeChatHttpClient(Credential credential, Validator validator, HttpClient client, URI api) {
        super(credential, validator);
        this.client = client;
        this.api = api;
    }

    @Override
    protected OriginalResponse innerExecute(HttpRequest request) {
        HttpResponse<String> answer = send(request, BodyHandlers.ofString());
        return new OriginalResponse.Builder()
                .request(request)
                .statusCode(answer.statusCode())
                .headers(headers(answer))
                .contentType(answer.headers().firstValue("Content-Type").orElse(""))
                .body(answer.body())
                .build();
    }

    @Override
    protected InputStream innerDownload(HttpRequest request) {
        return send(request, BodyHandlers.ofInputStream()).body();
    }

    @Override
    protected String getHttpClientInfo() {
        return "java.net.http/" + Runtime.version().feature();
    }

    private <T> HttpResponse<T> send(HttpRequest request, HttpResponse.BodyHandler<T> reader) {
        var outgoing = java.net.http.HttpRequest.newBuilder(api.resolve(pathAndQuery(request.getUri())))
                .timeout(ANSWER_WITHIN)
                .method(request.getHttpMethod().name(), body(request));
        request.getHeaders().getHeaders().forEach(outgoing::setHeader);
        try {
            return client.send(outgoing.build(), reader);
        } catch (IOException unreachable) {
            throw new HttpException(request, unreachable);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new HttpException(request, stopping);
        }
    }

    private static String pathAndQuery(URI uri) {
        return uri.getRawQuery() == null ? uri.getRawPath() : uri.getRawPath() + "?" + uri.getRawQuery();
    }

    private static BodyPublisher body(HttpRequest request) {
        return request.getBody() instanceof JsonRequestBody json
                ? BodyPublishers.ofString(json.getBody())
                : BodyPublishers.noBody();
    }

    /// Spelled as the library looks them up, for it does not know that the case of a header's name means nothing.
    private static Map<String, String> headers(HttpResponse<?> answer) {
        Map<String, String> headers = new HashMap<>();
        for (String name : LOOKED_UP) {
            answer.headers().firstValue(name).ifPresent(value -> headers.put(name, value));
        }
        return headers;
    }

    /// What the library calls to make clients of its own, such as the one that fetches certificates.
    static final class Builder implements AbstractHttpClientBuilder<Builder> {

        private final HttpClient client;
        private final URI api;
        private @Nullable Credential credential;
        private @Nullable Validator validator;

        Builder(URI api) {
            this(api, HttpClient.newBuilder().connectTimeout(CONNECT_WITHIN).build());
        }

        private Builder(URI api, HttpClient client) {
            this.api = api;
            this.client = client;
        }

        @Override
        public Builder newInstance() {
            return new Builder(api, client);
        }

        @Override
        public Builder credential(Credential credential) {
            this.credential = credential;
            return this;
        }

        @Override
        public Builder validator(Validator validator) {
            this.validator = validator;
            return this;
        }

        @Override
        public AbstractHttpClient build() {
            if (credential == null || validator == null) {
                throw new IllegalStateException("A client of WeChat Pay signs and checks: it needs both");
            }
            return new WeChatHttpClient(credential, validator, client, api);
        }
    }
}
