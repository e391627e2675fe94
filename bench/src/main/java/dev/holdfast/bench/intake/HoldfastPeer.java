package dev.holdfast.bench.intake;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.holdfast.bench.Site;
import dev.holdfast.bench.check.Curve;
import dev.holdfast.bench.load.Showroom;
import dev.holdfast.bench.load.Talk;
import dev.holdfast.bench.load.Tokens;
import dev.holdfast.bench.server.ServerProcess;
import dev.holdfast.bench.server.Throwaway;
import java.io.IOException;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.List;

/// Holdfast as it is: a server in a process of its own with its embedded PostgreSQL.
record HoldfastPeer(Site site, Throwaway servers, Tokens tokens) implements Peer {
    static HoldfastPeer start() throws IOException, InterruptedException {
        Throwaway servers = Throwaway.start(1);
        Site site = Site.of(servers);
        return new HoldfastPeer(site, servers, site.tokens());
    }

    @Override
    public String name() {
        return "Holdfast";
    }

    @Override
    public String does() {
        return "HTTP, a signed token, the key's replay, the limit per member, a position without gaps, a delivery"
                + " window, the journal";
    }

    @Override
    public void stock(String article, int units) throws IOException, InterruptedException {
        LocalDate monday = LocalDate.now(ZoneOffset.UTC)
                .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))
                .plusWeeks(4);
        var offer =
                new Showroom.Offer(article, 20_000_000, 500_000, new Curve(List.of(new Curve.Week(monday, units))), 1);
        site.operator().open(article, new Showroom(List.of(offer), List.of(new Showroom.Region("north", 0))), 1, "UTC");
    }

    @Override
    public Buyer buyer(String article) throws IOException {
        var address = site.addresses().getFirst();
        var talk = new Talk(address);
        String host = address.getHostString() + ":" + address.getPort();
        String body = "{\"offer\":\"" + article + "\",\"region\":\"north\"}";
        return new Buyer() {
            @Override
            public Answer order(String member) throws IOException {
                String token;
                synchronized (tokens) {
                    token = tokens.sign(member, "fan");
                }
                int status = talk.ask(("POST /api/v1/launches/" + article + "/orders HTTP/1.1\r\nHost: " + host
                                + "\r\nAuthorization: Bearer " + token
                                + "\r\nContent-Type: application/json\r\nIdempotency-Key: " + member
                                + "\r\nContent-Length: " + body.length() + "\r\n\r\n" + body)
                        .getBytes(US_ASCII));
                return status == 201 ? Answer.TAKEN : status == 409 ? Answer.SOLD_OUT : Answer.FAILED;
            }

            @Override
            public void close() throws IOException {
                talk.close();
            }
        };
    }

    @Override
    public long sold(String article) throws IOException, SQLException, InterruptedException {
        return site.book().read(article).orders().size();
    }

    @Override
    public Duration cpu() {
        ServerProcess server = servers.servers().getFirst();
        return server.cpu().plus(server.cpuOfDatabase());
    }

    @Override
    public void close() {
        site.close();
    }
}
