package dev.holdfast.member.address;

import dev.holdfast.kernel.Problem;
import dev.holdfast.kernel.Problem.Fault;
import dev.holdfast.member.personal.Keeper;
import dev.holdfast.member.personal.KeptTable;
import java.sql.Timestamp;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The face of addresses.
public final class Addresses implements Keeper {
    private static final int MAX_TEXT = 200;

    private static final String PUT = """
            insert into member.delivery_address
              (member, purpose, recipient, phone, lines, city, region, postcode, country, written_at)
            values (:member, :purpose, :recipient, :phone, :lines, :city, :region, :postcode, :country, :at)
            on conflict (member, purpose) do update
            set recipient = excluded.recipient, phone = excluded.phone, lines = excluded.lines, city = excluded.city,
              region = excluded.region, postcode = excluded.postcode, country = excluded.country,
              written_at = excluded.written_at
            """;

    private static final String FIND = """
            select recipient, phone, lines, city, region, postcode, country
            from member.delivery_address where member = :member and purpose = :purpose
            """;

    private static final String KEPT = """
            select purpose, recipient, phone, lines, city, region, postcode, country, written_at as "writtenAt"
            from member.delivery_address where member = :member order by written_at limit :max
            """;

    private static final String FORGET = "delete from member.delivery_address where member = ?";

    private final JdbcClient jdbc;
    private final InstantSource clock;

    Addresses(JdbcClient jdbc, InstantSource clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /// @param purpose what it is for, such as an order's id
    /// @throws Problem INVALID naming every part that does not fit
    public void put(String member, String purpose, Address address) {
        List<Fault> faults = faults(address);
        if (!faults.isEmpty()) {
            throw new Problem(
                    Problem.Kind.INVALID,
                    "invalid_address",
                    "This is no address, so nothing was kept: "
                            + faults.getFirst().where() + " "
                            + faults.getFirst().reason() + ".",
                    faults);
        }
        jdbc.sql(PUT)
                .param("member", member)
                .param("purpose", purpose)
                .param("recipient", address.recipient())
                .param("phone", address.phone())
                .param("lines", address.lines())
                .param("city", address.city())
                .param("region", address.region())
                .param("postcode", address.postcode())
                .param("country", address.country())
                .param("at", Timestamp.from(clock.instant()))
                .update();
    }

    public Optional<Address> find(String member, String purpose) {
        return jdbc.sql(FIND)
                .param("member", member)
                .param("purpose", purpose)
                .query((row, number) -> new Address(
                        row.getString("recipient"),
                        row.getString("phone"),
                        row.getString("lines"),
                        row.getString("city"),
                        row.getString("region"),
                        row.getString("postcode"),
                        row.getString("country")))
                .optional();
    }

    /// Some countries have no regions and no postcodes; a carrier always asks for the rest.
    private static List<Fault> faults(Address address) {
        List<Fault> faults = new ArrayList<>();
        text("recipient", address.recipient(), true, faults);
        text("phone", address.phone(), true, faults);
        text("lines", address.lines(), true, faults);
        text("city", address.city(), true, faults);
        text("region", address.region(), false, faults);
        text("postcode", address.postcode(), false, faults);
        if (!Set.of(Locale.getISOCountries()).contains(address.country())) {
            faults.add(new Fault("country", address.country(), "must be two letters of ISO 3166, such as CN"));
        }
        return faults;
    }

    private static void text(String where, String text, boolean required, List<Fault> faults) {
        boolean plain = text.codePoints()
                .allMatch(letter -> letter == '\n' || letter == '\r' || !Character.isISOControl(letter));
        if ((required && text.isBlank()) || text.length() > MAX_TEXT || !plain) {
            faults.add(new Fault(
                    where, null, "must have " + (required ? 1 : 0) + " to " + MAX_TEXT + " printable characters"));
        }
    }

    @Override
    public List<KeptTable> tables() {
        return List.of(new KeptTable("deliveryAddresses", KEPT));
    }

    @Override
    public void erase(String member, String pseudonym) {
        jdbc.sql(FORGET).param(member).update();
    }
}
