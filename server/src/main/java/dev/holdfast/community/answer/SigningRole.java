package dev.holdfast.community.answer;

import java.util.List;

/// A role with those who may sign in it.
public record SigningRole(AnswerRole role, List<Signer> signers) {
    public SigningRole {
        signers = List.copyOf(signers);
    }

    /// A role for which nobody was ever named is everybody's: so were those that were there before signers were.
    public boolean open() {
        return signers.isEmpty();
    }

    public boolean signedBy(String operator) {
        return open() || signers.stream().anyMatch(signer -> signer.member().equals(operator));
    }

    /// Whether an operator may say who signs. When the last one who could has left, anybody may: otherwise
    /// nobody could ever again, and what they do stands in the trail.
    public boolean grantedBy(String operator) {
        List<Signer> granting = granting();
        return granting.isEmpty()
                || granting.stream().anyMatch(signer -> signer.member().equals(operator));
    }

    List<Signer> granting() {
        return signers.stream().filter(Signer::grants).toList();
    }
}
