package dev.holdfast.run;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// The folder in which one Holdfast keeps what must survive it.
///
/// Whether it is in use is decided by a lock of the operating system, which ends with the process that holds it
/// however that process ends; a file with a process number would outlive a `kill -9` and name a stranger.
final class DataFolder implements AutoCloseable {
    static final String LOCK = "holdfast.lock";
    /// Raised when an older program could no longer make sense of the folder.
    private static final int FORMAT = 1;
    /// Less than a new database needs; a disk this full would fail in the middle of the first order.
    private static final long MIN_FREE_BYTES = 256L << 20;

    private final Path path;
    private final FileChannel lockFile;

    private DataFolder(Path path, FileChannel lockFile) {
        this.path = path;
        this.lockFile = lockFile;
    }

    static DataFolder open(Path path) throws IOException {
        var folder = path.toAbsolutePath().normalize();
        create(folder);
        checkFormat(folder);
        var free = Files.getFileStore(folder).getUsableSpace();
        if (free < MIN_FREE_BYTES) {
            throw new CannotStart("The disk that holds " + folder + " is full (" + (free >> 20) + " MiB free, "
                    + (MIN_FREE_BYTES >> 20)
                    + " MiB needed): free some space, or choose a folder on another disk with --data.");
        }
        var lockFile = FileChannel.open(folder.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        return new DataFolder(folder, lockFile);
    }

    Path path() {
        return path;
    }

    /// Takes the folder for this process alone. Only the embedded database needs that: instances which share a
    /// database of the operator's may share a folder too.
    void lock() throws IOException {
        if (tryLock()) {
            return;
        }
        throw new CannotStart("The data folder " + path
                + " is in use by another Holdfast: stop that one, or choose another folder with --data.");
    }

    /// The same, where a folder in use is no obstacle but an answer.
    boolean tryLock() throws IOException {
        try {
            return lockFile.tryLock() != null;
        } catch (OverlappingFileLockException _) {
            return false;
        }
    }

    @Override
    public void close() throws IOException {
        lockFile.close();
    }

    private static void create(Path folder) throws IOException {
        try {
            Files.createDirectories(folder);
        } catch (FileAlreadyExistsException _) {
            throw new CannotStart("The data folder " + folder + " is a file: choose another folder with --data.");
        } catch (IOException failure) {
            if (Sentence.isFullDisk(failure)) {
                throw failure;
            }
            throw new CannotStart(
                    "The data folder " + folder + " cannot be made ("
                            + failure.getClass().getSimpleName()
                            + "): make the folder around it writable for you, or choose another one with --data.",
                    failure);
        }
        if (!Files.isWritable(folder)) {
            throw new CannotStart("The data folder " + folder
                    + " cannot be written: make it writable for you, or choose another one with --data.");
        }
    }

    private static void checkFormat(Path folder) throws IOException {
        var file = folder.resolve("format");
        if (!Files.exists(file)) {
            Credentials.writePrivately(file, FORMAT + "\n");
            return;
        }
        var found = Files.readString(file).strip();
        if (!found.equals(Integer.toString(FORMAT))) {
            throw new CannotStart("The data folder " + folder + " has format " + found
                    + ", made by a newer Holdfast, and this one knows format " + FORMAT
                    + ": start the newer version, or choose another folder with --data.");
        }
    }
}
