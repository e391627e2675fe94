package dev.holdfast.bench.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.random.RandomGenerator;

/// Files of supply and of master data, in which some columns and cells are not what they should be.
final class Files {
    private static final int MAX_ROWS = 6;
    private static final String SUPPLY = "offer,week,quantity";

    private Files() {}

    static byte[] csv(String path, RandomGenerator dice, int wrong) {
        String head = path.endsWith("/supply") && dice.nextInt(6) > 0 ? SUPPLY : Vocabulary.columns(dice);
        List<String> columns = List.of(head.split(",", -1));
        StringBuilder csv = new StringBuilder(head);
        for (int row = dice.nextInt(MAX_ROWS + 1); row > 0; row--) {
            csv.append(dice.nextInt(10) == 0 ? "\r\n" : "\n");
            for (int i = 0; i < columns.size(); i++) {
                csv.append(i == 0 ? "" : ",").append(cell(columns.get(i), dice, wrong));
            }
        }
        return csv.toString().getBytes(UTF_8);
    }

    private static String cell(String column, RandomGenerator dice, int wrong) {
        if (wrong == 0 || dice.nextInt(wrong) > 0) {
            return Vocabulary.word(column, dice);
        }
        return switch (dice.nextInt(5)) {
            case 0 -> Words.number(dice).toString();
            case 1 -> "\"" + Words.text(dice);
            case 2 -> "\"" + Words.text(dice) + "\"";
            case 3 -> Words.text(dice) + ",,";
            default -> Words.text(dice);
        };
    }
}
