package dev.holdfast.launch.payment;

import com.wechat.pay.java.core.AbstractRSAConfig;
import com.wechat.pay.java.core.RSAAutoCertificateConfig;
import com.wechat.pay.java.core.RSAPublicKeyConfig;
import com.wechat.pay.java.core.cipher.AeadCipher;
import com.wechat.pay.java.core.cipher.Verifier;
import com.wechat.pay.java.core.http.HttpClient;
import com.wechat.pay.java.core.notification.NotificationConfig;
import com.wechat.pay.java.core.util.PemUtil;
import com.wechat.pay.java.service.payments.jsapi.JsapiServiceExtension;
import com.wechat.pay.java.service.payments.nativepay.NativePayService;
import com.wechat.pay.java.service.refund.RefundService;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The seller's account with WeChat Pay: its services, and the keys to believe what comes from there.
///
/// Older accounts fetch WeChat Pay's certificates over the network. That is put off to the first use and tried again
/// when it fails, because a launch must start also on a day on which WeChat Pay cannot be reached.
final class WeChatAccount {

    /// AES-256 takes no other.
    private static final int API_V3_KEY_BYTES = 32;

    private final WeChatSettings settings;
    private final PrivateKey privateKey;
    private final @Nullable PublicKey platformKey;
    private volatile @Nullable Services services;

    WeChatAccount(WeChatSettings settings) {
        this.settings = settings;
        this.privateKey = read(settings.privateKey(), "private key", PemUtil::loadPrivateKeyFromPath);
        WeChatSettings.PlatformKey platform = settings.platformKey();
        this.platformKey =
                platform == null ? null : read(platform.file(), "public key", PemUtil::loadPublicKeyFromPath);
        int bytes = settings.apiV3Key().getBytes(StandardCharsets.UTF_8).length;
        if (bytes != API_V3_KEY_BYTES) {
            throw new IllegalArgumentException("The APIv3 key of WeChat Pay has " + bytes + " bytes and not "
                    + API_V3_KEY_BYTES + ". Maybe take it again from the merchant platform.");
        }
    }

    record Services(
            NativePayService qrCodes,
            JsapiServiceExtension pages,
            RefundService refunds,
            Verifier verifier,
            AeadCipher cipher) {}

    /// @throws com.wechat.pay.java.core.exception.WechatPayException when the certificates cannot be fetched just now
    Services services() {
        Services known = services;
        return known == null ? connect() : known;
    }

    private synchronized Services connect() {
        Services known = services;
        if (known == null) {
            known = platformKey == null ? withCertificates() : withPublicKey(platformKey);
            services = known;
        }
        return known;
    }

    private Services withPublicKey(PublicKey key) {
        WeChatSettings.PlatformKey platform = settings.platformKey();
        return of(new RSAPublicKeyConfig.Builder()
                .merchantId(settings.merchantId())
                .merchantSerialNumber(settings.serial())
                .privateKey(privateKey)
                .apiV3Key(settings.apiV3Key())
                .publicKey(key)
                .publicKeyId(platform == null ? "" : platform.id())
                .build());
    }

    private Services withCertificates() {
        return of(new RSAAutoCertificateConfig.Builder()
                .merchantId(settings.merchantId())
                .merchantSerialNumber(settings.serial())
                .privateKey(privateKey)
                .apiV3Key(settings.apiV3Key())
                .httpClientBuilder(new WeChatHttpClient.Builder(settings.api()))
                .build());
    }

    private <T extends AbstractRSAConfig & NotificationConfig> Services of(T config) {
        HttpClient client = new WeChatHttpClient.Builder(settings.api())
                .credential(config.createCredential())
                .validator(config.createValidator())
                .build();
        return new Services(
                new NativePayService.Builder().httpClient(client).build(),
                new JsapiServiceExtension.Builder()
                        .config(config)
                        .httpClient(client)
                        .build(),
                new RefundService.Builder().httpClient(client).build(),
                config.createVerifier(),
                config.createAeadCipher());
    }

    private static <T> T read(Path file, String what, Function<String, T> reader) {
        try {
            return reader.apply(file.toString());
        } catch (RuntimeException fault) {
            throw new IllegalArgumentException(
                    "The " + what + " of WeChat Pay cannot be read from " + file
                            + ". Maybe it is not a PEM file, or not readable for this user.",
                    fault);
        }
    }
}
