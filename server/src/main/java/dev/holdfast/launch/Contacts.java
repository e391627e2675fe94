package dev.holdfast.launch;

/// Tells whether a member has proved that they can be reached.
public interface Contacts {
    boolean proved(String member, EntryRules.Verified contact);
}
