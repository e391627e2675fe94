package dev.holdfast.member.personal;

import java.util.List;

/// What one module keeps about members; made by the module that keeps it.
public interface Keeper {
    /// What a member is shown, table by table. No secret is among it, nor its hash.
    List<KeptTable> tables();

    /// Removes what is about the person alone, and puts the pseudonym in the member's place where a row has to stay.
    /// Joins the running transaction.
    ///
    /// @throws dev.holdfast.kernel.Problem CONFLICT when something has to end first
    void erase(String member, String pseudonym);

    /// The erasure is durable: what this instance remembers of the member is to be forgotten too.
    default void erased(String member) {}
}
