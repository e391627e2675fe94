package dev.holdfast.run;

import dev.holdfast.community.answer.AnswerRoles;
import dev.holdfast.community.answer.Answers;
import dev.holdfast.community.wish.WishVotes;
import dev.holdfast.community.wish.Wishes;
import dev.holdfast.delivery.network.Network;
import dev.holdfast.launch.Launch;
import dev.holdfast.member.Members;
import dev.holdfast.supply.MasterData;
import dev.holdfast.supply.Supply;
import java.io.IOException;
import java.net.URI;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/// One running Holdfast: data folder, database and application, started in this order and stopped in the other.
final class Instance {
    private final Class<?> application;
    private final DataFolder folder;
    private final Map<String, String> environment;
    private final Progress progress;
    private final Drain drain;

    private @Nullable Postgres postgres;
    private volatile @Nullable ConfigurableApplicationContext context;
    private boolean stopping;

    Instance(Class<?> application, DataFolder folder, Map<String, String> environment, Progress progress) {
        this.application = application;
        this.folder = folder;
        this.environment = environment;
        this.progress = progress;
        this.drain = Drain.in(environment);
    }

    /// Starts everything; returns where the first page can be fetched.
    URI start(int port, boolean sample) throws IOException, SQLException {
        var database = database();
        prepare(database);
        var properties = properties(database, port, sample);
        var started = serve(properties);
        context = started;
        if (sample) {
            loadSample(started);
        }
        var address = URI.create("http://localhost:" + started.getEnvironment().getProperty("local.server.port"));
        var playMoney = properties.containsKey("holdfast.sandbox-webhook-secret");
        Welcome.say(address, started.getBean(Members.class), playMoney, progress);
        return address;
    }

    private Map<String, Object> properties(Database database, int port, boolean sample) throws IOException {
        var properties = new HashMap<String, Object>(Keys.properties(folder.path(), environment, sample));
        properties.put("server.port", port);
        properties.put("holdfast.sample", sample);
        if (sample) {
            // Where play money counts although nobody gave a key for it.
            properties.put("holdfast.sample-launches", String.join(",", SampleWorld.slugs()));
        }
        properties.put("spring.datasource.url", database.url());
        if (!database.user().isEmpty()) {
            properties.put("spring.datasource.username", database.user());
        }
        if (!database.password().isEmpty()) {
            properties.put("spring.datasource.password", database.password());
        }
        return properties;
    }

    private Database database() throws IOException {
        var own = OwnDatabase.in(environment);
        if (own.isPresent()) {
            progress.say("Using the database at " + OwnDatabase.place(own.get()));
            return own.get();
        }
        folder.lock();
        return embedded().database();
    }

    /// Guarded together with `stop`: a Ctrl-C in the middle of this must find the PostgreSQL it has to stop.
    private synchronized Postgres embedded() throws IOException {
        if (stopping) {
            throw new CannotStart("Holdfast was stopped while it started.");
        }
        progress.say("Starting PostgreSQL on " + folder.path());
        var embedded = Postgres.start(folder.path(), progress);
        embedded.keepAlive(progress);
        postgres = embedded;
        return embedded;
    }

    /// What this database must prove before anything is served from it.
    private void prepare(Database database) throws SQLException, IOException {
        try (var connection = database.connect()) {
            Durability.check(connection);
        } catch (SQLException failure) {
            throw new CannotStart(
                    "The database at " + OwnDatabase.place(database) + " cannot be entered (" + failure.getMessage()
                            + "): check HOLDFAST_DB_URL, HOLDFAST_DB_USER and HOLDFAST_DB_PASSWORD, and that it runs.",
                    failure);
        }
        progress.say("Bringing the schema up to date");
        Migrations.migrate(database);
    }

    private ConfigurableApplicationContext serve(Map<String, Object> properties) {
        progress.say("Starting the server");
        var spring = new SpringApplication(application);
        // The order of stopping is ours: the server first, then PostgreSQL.
        spring.setRegisterShutdownHook(false);
        spring.setLogStartupInfo(false);
        spring.addInitializers(context ->
                context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("run", properties)));
        return spring.run();
    }

    private void loadSample(ApplicationContext started) {
        var launch = started.getBean(Launch.class);
        var supply = started.getBean(Supply.class);
        new SampleWorld(
                        launch,
                        supply,
                        started.getBean(MasterData.class),
                        started.getBean(Network.class),
                        sampleWishes(started),
                        started.getBean(InstantSource.class))
                .load(progress);
    }

    static SampleWishes sampleWishes(ApplicationContext started) {
        return new SampleWishes(
                started.getBean(Wishes.class),
                started.getBean(WishVotes.class),
                started.getBean(AnswerRoles.class),
                started.getBean(Answers.class),
                started.getBean(InstantSource.class));
    }

    synchronized void stop() {
        stopping = true;
        var serving = context;
        if (serving != null) {
            progress.say("Stopping");
            drain.before(serving);
            serving.close();
        }
        try {
            var embedded = postgres;
            if (embedded != null) {
                embedded.close();
            }
            folder.close();
        } catch (IOException failure) {
            progress.say("PostgreSQL was not stopped cleanly (" + failure + "); the next start recovers.");
        }
    }
}
