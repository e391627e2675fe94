package dev.holdfast.bench.crash;

import dev.holdfast.bench.server.EmbeddedDatabase;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/// A disk that can be made full, and empty again.
///
/// The better of two: a small disk in memory, where the system lets us mount one; else PostgreSQL's processes are
/// forbidden to write to files any more (`prlimit`), which the owner of a process may do to it.
sealed interface FullDisk {
    void fill() throws IOException, InterruptedException;

    void empty() throws IOException, InterruptedException;

    /// How it is done, for the reader of a report.
    String words();

    /// Takes away what was made for it; nothing may use the folder any more.
    void remove() throws IOException, InterruptedException;

    /// Makes `folder` a small disk when that can be done.
    static FullDisk under(Path folder, EmbeddedDatabase database) throws IOException, InterruptedException {
        return succeeds("mount", "-t", "tmpfs", "-o", "size=" + Small.MIB + "m,mode=755", "tmpfs", folder.toString())
                ? new Small(folder)
                : new Forbidden(database);
    }

    /// A disk of its own, filled by a file beside the database's.
    record Small(Path folder) implements FullDisk {
        /// Holdfast does not start on less than 256 MiB.
        static final int MIB = 320;

        @Override
        public void fill() throws IOException {
            var block = ByteBuffer.allocate(1 << 16);
            try (var file = FileChannel.open(filler(), StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
                while (true) {
                    file.write(block.clear());
                }
            } catch (IOException full) {
                if (Files.getFileStore(folder).getUsableSpace() >= block.capacity()) {
                    throw full;
                }
            }
        }

        @Override
        public void empty() throws IOException {
            Files.deleteIfExists(filler());
        }

        private Path filler() {
            return folder.resolve("filler");
        }

        @Override
        public String words() {
            return "a disk of " + MIB + " MiB in memory, filled";
        }

        @Override
        public void remove() throws IOException, InterruptedException {
            if (!succeeds("umount", "-l", folder.toString())) {
                throw new IOException(folder + " could not be unmounted. Do it by hand: umount " + folder);
            }
        }
    }

    /// No file may grow: PostgreSQL is told that files are too large instead of that the disk is full.
    record Forbidden(EmbeddedDatabase database) implements FullDisk {
        @Override
        public void fill() throws IOException, InterruptedException {
            limit("0:unlimited");
        }

        @Override
        public void empty() throws IOException, InterruptedException {
            limit("unlimited:unlimited");
        }

        private void limit(String bytes) throws IOException, InterruptedException {
            for (long process : database.processes()) {
                succeeds("prlimit", "--pid", Long.toString(process), "--fsize=" + bytes);
            }
        }

        @Override
        public String words() {
            return "PostgreSQL's files may not grow, as no disk could be mounted";
        }

        @Override
        public void remove() {}
    }

    private static boolean succeeds(String... command) throws InterruptedException {
        try {
            return new ProcessBuilder(List.of(command))
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException missing) {
            return false;
        }
    }
}
