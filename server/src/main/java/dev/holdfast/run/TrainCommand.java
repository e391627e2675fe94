package dev.holdfast.run;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.springframework.util.FileSystemUtils;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// A start that serves nobody, watched by the JDK so that the next one finds its classes loaded and linked.
///
/// The script runs it once after a build with -XX:AOTCacheOutput; that takes a third off every later start. Whatever
/// goes wrong here costs the cache and nothing else.
@Command(name = "train", hidden = true)
final class TrainCommand implements Callable<Integer> {
    /// What a first visitor and the machines ask for.
    private static final List<String> PATHS = List.of("/healthz", "/readyz", "/", "/api/v1/openapi.json");
    private static final int ROUNDS = 3;

    private final Class<?> application;

    @Parameters(paramLabel = "DIR", description = "A folder to use and delete.")
    private Path folder = Path.of("training");

    TrainCommand(Class<?> application) {
        this.application = application;
    }

    @Override
    public Integer call() throws IOException, SQLException, InterruptedException {
        FileSystemUtils.deleteRecursively(folder);
        Files.createDirectories(folder);
        var instance = new Instance(application, DataFolder.open(folder), Map.of(), Progress.SILENT);
        try {
            visit(instance.start(0, true));
        } finally {
            instance.stop();
            FileSystemUtils.deleteRecursively(folder);
        }
        return 0;
    }

    private static void visit(URI address) throws IOException, InterruptedException {
        try (var client = HttpClient.newHttpClient()) {
            for (var round = 0; round < ROUNDS; round++) {
                for (var path : PATHS) {
                    var request = HttpRequest.newBuilder(address.resolve(path)).build();
                    client.send(request, HttpResponse.BodyHandlers.ofByteArray());
                }
            }
        }
    }
}
