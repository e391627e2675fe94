package dev.holdfast.launch.receipt;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.SignatureException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;

/// A pair of Ed25519 keys: one half signs receipts, the other everybody may have.
///
/// @param id names the pair: the start of the SHA-256 of its public half
record ReceiptKey(String id, KeyPair pair) {
    private static final String ALGORITHM = "Ed25519";
    private static final int ID_BYTES = 8;
    private static final int PEM_LINE = 64;

    static ReceiptKey made() {
        try {
            return of(KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every Java platform since 15 has Ed25519", impossible);
        }
    }

    static ReceiptKey read(byte[] publicHalf, byte[] privateHalf) {
        try {
            KeyFactory factory = KeyFactory.getInstance(ALGORITHM);
            return of(new KeyPair(
                    factory.generatePublic(new X509EncodedKeySpec(publicHalf)),
                    factory.generatePrivate(new PKCS8EncodedKeySpec(privateHalf))));
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException("launch.receipt_key holds a key that is none.", broken);
        }
    }

    private static ReceiptKey of(KeyPair pair) throws GeneralSecurityException {
        byte[] hash =
                MessageDigest.getInstance("SHA-256").digest(pair.getPublic().getEncoded());
        return new ReceiptKey(HexFormat.of().formatHex(hash, 0, ID_BYTES), pair);
    }

    byte[] publicHalf() {
        return pair.getPublic().getEncoded();
    }

    byte[] privateHalf() {
        return pair.getPrivate().getEncoded();
    }

    /// The public half in the form that every tool reads.
    String pem() {
        byte[] newline = {'\n'};
        return "-----BEGIN PUBLIC KEY-----\n"
                + Base64.getMimeEncoder(PEM_LINE, newline).encodeToString(publicHalf())
                + "\n-----END PUBLIC KEY-----\n";
    }

    /// In base64.
    String sign(String text) {
        try {
            Signature signature = Signature.getInstance(ALGORITHM);
            signature.initSign(pair.getPrivate());
            signature.update(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(signature.sign());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("A key of ours does not sign", impossible);
        }
    }

    /// Of the several ways in which base64 can write the same bytes, only ours counts: a letter is a letter.
    boolean signed(String text, String base64) {
        byte[] given = Base64.getDecoder().decode(base64);
        if (!Base64.getEncoder().encodeToString(given).equals(base64)) {
            return false;
        }
        try {
            Signature signature = Signature.getInstance(ALGORITHM);
            signature.initVerify(pair.getPublic());
            signature.update(text.getBytes(StandardCharsets.UTF_8));
            return signature.verify(given);
        } catch (SignatureException malformed) {
            return false;
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("A key of ours does not verify", impossible);
        }
    }
}
