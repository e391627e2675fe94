package dev.holdfast.run;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.Callable;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/// `holdfast sign-in`: has the server that runs make a link for somebody who runs launches, and prints it.
///
/// Whoever can read the key of the access tokens could make a token of any role with it, so this gives away nothing;
/// and as it goes through the server's own door, the act stands in the audit trail.
@Command(
        name = "sign-in",
        description = "Prints a link that signs one of the staff or a partner in, once, on the server that runs.",
        mixinStandardHelpOptions = true)
final class SignInCommand implements Callable<Integer> {
    /// By which the audit trail names whoever sits at the terminal.
    private static final String ACTOR = "terminal";

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration TOKEN_LIFE = Duration.ofMinutes(1);
    private static final String ALGORITHM = "HmacSHA256";
    private static final JsonMapper JSON = JsonMapper.shared();

    private final Map<String, String> environment;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--name", paramLabel = "NAME", defaultValue = "operator", description = "Who signs in.")
    private String name = "operator";

    @Option(
            names = "--role",
            paramLabel = "ROLE",
            defaultValue = "operator",
            description = "operator, planner, partner or store. Default: ${DEFAULT-VALUE}.")
    private String role = "operator";

    @Option(
            names = "--url",
            paramLabel = "URL",
            defaultValue = "http://localhost:8080",
            description = "Where the server is. Default: ${DEFAULT-VALUE}.")
    private URI url = URI.create("http://localhost:8080");

    @Option(
            names = "--data",
            paramLabel = "DIR",
            defaultValue = "data",
            description = "Its folder, for the key of its access tokens, unless HOLDFAST_JWT_SECRET is set.")
    private Path data = Path.of("data");

    SignInCommand(Map<String, String> environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        var token = token(Keys.givenOrKept(data, environment));
        var wish = JSON.writeValueAsString(Map.of("member", name, "role", role));
        var request = HttpRequest.newBuilder(url.resolve("/api/v1/operator/sign-in-links"))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(wish))
                .build();
        try (var client = HttpClient.newBuilder().connectTimeout(PATIENCE).build()) {
            var answer = client.send(request, HttpResponse.BodyHandlers.ofString());
            var said = JSON.readTree(answer.body());
            if (answer.statusCode() != 201) {
                throw new CannotStart("The server at " + url + " made no link: "
                        + said.path("detail").asString("it answered " + answer.statusCode()));
            }
            PrintWriter out = spec.commandLine().getOut();
            out.println(said.path("link").asString(""));
            out.flush();
            return 0;
        } catch (ConnectException nobody) {
            throw new CannotStart(
                    "No server answers at " + url + ": start it with ./holdfast run, or name it with --url.", nobody);
        }
    }

    private static String token(String secret) {
        long until = Instant.now().plus(TOKEN_LIFE).getEpochSecond();
        var claims = part("{\"alg\":\"HS256\"}") + "."
                + part("{\"sub\":\"" + ACTOR + "\",\"roles\":[\"operator\"],\"exp\":" + until + "}");
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM));
            return claims + "." + text(mac.doFinal(claims.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every Java platform has " + ALGORITHM, impossible);
        }
    }

    private static String part(String json) {
        return text(json.getBytes(StandardCharsets.UTF_8));
    }

    private static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
