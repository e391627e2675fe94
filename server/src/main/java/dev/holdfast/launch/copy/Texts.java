package dev.holdfast.launch.copy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/// Texts that come again and again, numbered from 0 as they first came, so that a million rows make a few
/// strings.
public final class Texts {
    private final List<String> texts = new ArrayList<>();
    private final List<byte[]> known = new ArrayList<>();
    /// Numbers by hash, one more than the number; 0: free. Twice as long as it has texts, at least.
    private int[] slots = new int[64];

    public List<String> texts() {
        return Collections.unmodifiableList(texts);
    }

    int number(byte[] bytes, int from, int length) {
        int slot = slot(slots, bytes, from, length);
        if (slots[slot] == 0) {
            known.add(Arrays.copyOfRange(bytes, from, from + length));
            texts.add(CopiedRow.text(bytes, from, length));
            slots[slot] = texts.size();
            if (texts.size() * 2 > slots.length) {
                grow();
                return texts.size() - 1;
            }
        }
        return slots[slot] - 1;
    }

    private int slot(int[] in, byte[] bytes, int from, int length) {
        int hash = length;
        for (int i = from; i < from + length; i++) {
            hash = 31 * hash + bytes[i];
        }
        int slot = (hash ^ hash >>> 16) & (in.length - 1);
        while (in[slot] != 0 && !same(known.get(in[slot] - 1), bytes, from, length)) {
            slot = (slot + 1) & (in.length - 1);
        }
        return slot;
    }

    private void grow() {
        int[] larger = new int[slots.length * 2];
        for (int number = 0; number < known.size(); number++) {
            byte[] text = known.get(number);
            larger[slot(larger, text, 0, text.length)] = number + 1;
        }
        slots = larger;
    }

    private static boolean same(byte[] known, byte[] bytes, int from, int length) {
        return Arrays.equals(known, 0, known.length, bytes, from, from + length);
    }
}
