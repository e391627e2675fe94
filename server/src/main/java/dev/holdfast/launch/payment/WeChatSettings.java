package dev.holdfast.launch.payment;

import java.net.URI;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// What WeChat Pay gave the seller.
///
/// @param serial       the serial number of the seller's own certificate
/// @param privateKey   the file of the seller's private key, PEM
/// @param apiV3Key     32 characters; opens the sealed part of notifications
/// @param platformKey  WeChat Pay's public key and its id; null for older accounts, which fetch certificates instead
/// @param publicUrl    where WeChat Pay reaches this server
/// @param api          where WeChat Pay is; another place in tests only
record WeChatSettings(
        String merchantId,
        String appId,
        String serial,
        Path privateKey,
        String apiV3Key,
        @Nullable PlatformKey platformKey,
        URI publicUrl,
        URI api) {

    static final URI LIVE_API = URI.create("https://api.mch.weixin.qq.com");

    /// @param file  PEM
    record PlatformKey(Path file, String id) {}

    /// Settings end up in logs; secrets must not.
    @Override
    public String toString() {
        return "WeChatSettings[merchantId=" + merchantId + ", appId=" + appId + ", api=" + api + "]";
    }
}
