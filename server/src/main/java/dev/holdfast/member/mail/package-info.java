/// Mail: where members read, and what is on its way to them.
///
/// Owns the tables of addresses and of the queue in schema `member`. Promises that one item of news becomes one letter
/// to one member, in the transaction of whoever has the news; that a letter is tried until a mail server takes it; and
/// that the secret part of a link stands in no table. It never promises that a letter arrives once: a server that dies
/// between its "250" and our commit gets the letter again, under the same `Message-ID`.
@NamedInterface("mail")
@NullMarked
package dev.holdfast.member.mail;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
