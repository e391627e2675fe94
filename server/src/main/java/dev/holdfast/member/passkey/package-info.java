/// Passkeys: devices that sign a member in.
///
/// Owns the tables of passkeys and challenges in schema `member`. Promises that what a device signs is asked once, for
/// this site and for a few minutes; that a copied device is noticed where it counts; and that nothing is kept by which
/// anybody could sign in.
@NamedInterface("passkey")
@NullMarked
package dev.holdfast.member.passkey;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
