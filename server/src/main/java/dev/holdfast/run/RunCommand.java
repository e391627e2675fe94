package dev.holdfast.run;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `holdfast run`: starts everything and serves until it is told to stop.
@Command(
        name = "run",
        description = "Starts everything and serves until Ctrl-C.",
        footer = {
            "",
            "Environment:",
            "  HOLDFAST_DB_URL                  JDBC url of your own PostgreSQL 16 or newer; nothing embedded starts then",
            "  HOLDFAST_DB_USER, _DB_PASSWORD   who enters it, when the url does not say",
            "  HOLDFAST_JWT_SECRET              key of the access tokens, at least 32 bytes; made and kept when unset",
            "  HOLDFAST_SANDBOX_WEBHOOK_SECRET  key of the sandbox payment webhooks, base64; when unset the sandbox",
            "                                   works in the sample world only",
            "  HOLDFAST_SMTP_URL, _MAIL_FROM    mail server and sender of letters; when unset they wait in the queue",
            "  HOLDFAST_PUBLIC_URL              where people reach Holdfast, for the links in letters",
            "  HOLDFAST_OIDC_ISSUER, _OIDC_...  an issuer that signs people in; see docs/operating.md",
            "  HOLDFAST_DRAIN                   how long /readyz says 503 before a stop, as 10s, for a proxy to notice; 0s",
            "  HOLDFAST_TRUSTED_PROXIES         whose X-Forwarded-For is believed, as 127.0.0.1,10.0.0.0/8"
        },
        mixinStandardHelpOptions = true)
final class RunCommand implements Callable<Integer> {
    private static final int MAX_PORT = 65_535;

    private final Class<?> application;
    private final Map<String, String> environment;

    @Option(
            names = "--port",
            paramLabel = "N",
            defaultValue = "8080",
            description = "The port to serve on; 0 takes any free one. Default: ${DEFAULT-VALUE}.")
    private int port;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            defaultValue = "data",
            description = "The folder that keeps everything. Default: ./${DEFAULT-VALUE}.")
    private Path data = Path.of("data");

    @Option(names = "--no-sample", description = "Start empty, without the sample world.")
    private boolean noSample;

    RunCommand(Class<?> application, Map<String, String> environment) {
        this.application = application;
        this.environment = environment;
    }

    @Override
    public Integer call() throws IOException, SQLException, InterruptedException {
        checkPort();
        Progress progress = System.out::println;
        var folder = DataFolder.open(data);
        var instance = new Instance(application, folder, environment, progress);
        Runtime.getRuntime().addShutdownHook(new Thread(instance::stop, "stop"));
        instance.start(port, !noSample);
        new CountDownLatch(1).await();
        return 0;
    }

    /// Asked before anything is started, because a taken port is the commonest reason to fail and the cheapest to find.
    private void checkPort() throws IOException {
        if (port < 0 || port > MAX_PORT) {
            throw new CannotStart("Port " + port + " does not exist: choose one from 1 to " + MAX_PORT
                    + " with --port, or 0 for any free one.");
        }
        try {
            new ServerSocket(port).close();
        } catch (java.net.BindException taken) {
            var denied = String.valueOf(taken.getMessage()).contains("denied");
            throw new CannotStart(
                    denied
                            ? "You may not serve on port " + port + ": choose one above 1023 with --port."
                            : Sentence.takenPort(port),
                    taken);
        }
    }
}
