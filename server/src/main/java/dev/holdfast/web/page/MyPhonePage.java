package dev.holdfast.web.page;

import dev.holdfast.member.phone.Phones;
import org.jspecify.annotations.Nullable;

/// The telephone a member proved, and where they prove one.
///
/// @param owned   the number that is proved; null: none
/// @param waiting a code is under way; null: none
/// @param typed   a number that was not taken, to be mended
/// @param offered whether codes are sent from here
record MyPhonePage(
        Frame frame,
        Phones.@Nullable Owned owned,
        Phones.@Nullable Waiting waiting,
        String typed,
        boolean offered,
        @Nullable Notice notice) {}
