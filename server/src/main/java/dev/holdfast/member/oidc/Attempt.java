package dev.holdfast.member.oidc;

import dev.holdfast.member.Secrets;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;

/// One attempt to sign in: a secret that only the browser which began it has, and the three texts that follow from it.
///
/// The issuer hears the state, the nonce and the hash of the verifier; none of them leads back to the secret or to one
/// of the others. So nothing has to be kept in the server, and any instance can end what another began.
record Attempt(String secret) {

    /// Comes back with the browser: shows that this browser asked.
    String state() {
        return derived("state");
    }

    /// Comes back inside the token: shows that the token was made for this attempt.
    String nonce() {
        return derived("nonce");
    }

    /// Goes to the issuer with the code: shows that whoever exchanges the code is the one who asked for it (PKCE).
    String verifier() {
        return derived("verifier");
    }

    /// What the issuer is told of the verifier beforehand (`S256`).
    String challenge() {
        return text(Secrets.hash(verifier()));
    }

    boolean isAnsweredBy(String state) {
        return MessageDigest.isEqual(state.getBytes(StandardCharsets.UTF_8), state().getBytes(StandardCharsets.UTF_8));
    }

    private String derived(String purpose) {
        return text(Secrets.hash(purpose + " " + secret));
    }

    private static String text(byte[] hash) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
    }
}
