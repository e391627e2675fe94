package dev.holdfast.run;

import com.sun.security.auth.module.UnixSystem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Who PostgreSQL runs as. It refuses to run as root, so a root start has to step down first.
///
/// Two ways are tried: an unprivileged account by `setpriv`, which needs a data folder that this account can enter
/// (a home of mode 0700 is not), and a user namespace by `unshare`, in which the process keeps its files but is no
/// longer root. The owner of an existing cluster decides for ever after, because only that user can open its files.
record ServerUser(List<String> prefix, Optional<String> account) {
    private static final ServerUser OURSELVES = new ServerUser(List.of(), Optional.empty());
    private static final ServerUser NAMESPACE = new ServerUser(List.of("unshare", "-U"), Optional.empty());
    /// Accounts that exist on practically every system, the fitting one first.
    private static final List<String> ACCOUNTS = List.of("postgres", "nobody");

    static boolean isRoot() {
        return new UnixSystem().getUid() == 0;
    }

    static ServerUser choose(Path home, Path program) throws IOException {
        if (!isRoot()) {
            return OURSELVES;
        }
        var cluster = home.resolve("cluster");
        if (Files.isDirectory(cluster)) {
            return ownerOf(cluster);
        }
        for (var account : ACCOUNTS) {
            var candidate = account(account);
            if (candidate.isPresent() && candidate.get().canReach(home, program)) {
                return candidate.get();
            }
        }
        if (NAMESPACE.canReach(home, program)) {
            return NAMESPACE;
        }
        throw new CannotStart("PostgreSQL refuses to run as root and no unprivileged user can enter "
                + home + ": start Holdfast as another user, choose a folder others can enter with "
                + "--data (such as /var/lib/holdfast), or name your own PostgreSQL 16 or newer in HOLDFAST_DB_URL.");
    }

    private static ServerUser ownerOf(Path cluster) throws IOException {
        var owner = Files.getOwner(cluster).getName();
        if (owner.equals("root")) {
            return NAMESPACE;
        }
        return account(owner)
                .orElseThrow(() -> new CannotStart("The database in " + cluster + " belongs to " + owner
                        + ", and setpriv cannot become that user: start Holdfast as " + owner
                        + ", or install util-linux."));
    }

    private static Optional<ServerUser> account(String name) throws IOException {
        if (!Commands.works(List.of("setpriv", "--version"))) {
            return Optional.empty();
        }
        var group = Commands.run(List.of("id", "-g", name));
        if (!group.succeeded()) {
            return Optional.empty();
        }
        var prefix = List.of(
                "setpriv", "--reuid=" + name, "--regid=" + group.output().strip(), "--clear-groups", "--no-new-privs");
        return Optional.of(new ServerUser(prefix, Optional.of(name)));
    }

    private boolean canReach(Path folder, Path program) {
        return Commands.works(
                command(List.of("sh", "-c", "cd \"$1\" && \"$2\" --version", "sh", "" + folder, "" + program)));
    }

    /// The command as this user.
    List<String> command(List<String> command) {
        var all = new ArrayList<>(prefix);
        all.addAll(command);
        return List.copyOf(all);
    }

    /// Gives a file or folder to this user.
    void own(Path path) throws IOException {
        if (account.isPresent()) {
            var users = path.getFileSystem().getUserPrincipalLookupService();
            Files.setOwner(path, users.lookupPrincipalByName(account.get()));
        }
    }
}
