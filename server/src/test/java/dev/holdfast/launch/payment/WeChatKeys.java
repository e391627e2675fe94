package dev.holdfast.launch.payment;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/// Real keys of a seller and of WeChat Pay, made for the tests of one JVM, and what both do with them.
final class WeChatKeys {

    static final String API_V3_KEY = "0123456789abcdef0123456789abcdef";
    static final KeyPair SELLER = pair();
    static final KeyPair PLATFORM = pair();

    private WeChatKeys() {}

    static KeyPair pair() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException fault) {
            throw new AssertionError(fault);
        }
    }

    static Path pem(Path folder, Key key) {
        String title = key instanceof PrivateKey ? "PRIVATE KEY" : "PUBLIC KEY";
        String base64 = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII))
                .encodeToString(key.getEncoded());
        try {
            return Files.writeString(
                    folder.resolve(title.replace(' ', '-') + ".pem"),
                    "-----BEGIN " + title + "-----\n" + base64 + "\n-----END " + title + "-----\n");
        } catch (IOException fault) {
            throw new AssertionError(fault);
        }
    }

    static String sign(PrivateKey key, String message) {
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(key);
            signature.update(message.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(signature.sign());
        } catch (GeneralSecurityException fault) {
            throw new AssertionError(fault);
        }
    }

    static boolean holds(PublicKey key, String message, String base64) {
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initVerify(key);
            signature.update(message.getBytes(StandardCharsets.UTF_8));
            return signature.verify(Base64.getDecoder().decode(base64));
        } catch (GeneralSecurityException fault) {
            return false;
        }
    }

    /// Seals a text as WeChat Pay does, by AES-GCM under the seller's APIv3 key.
    static String seal(String associated, String nonce, String text) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            SecretKeySpec key = new SecretKeySpec(API_V3_KEY.getBytes(StandardCharsets.UTF_8), "AES");
            byte[] start = nonce.getBytes(StandardCharsets.UTF_8);
            cipher.init(Cipher.ENCRYPT_MODE, key, new GCMParameterSpec(128, start));
            cipher.updateAAD(associated.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(cipher.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException fault) {
            throw new AssertionError(fault);
        }
    }
}
