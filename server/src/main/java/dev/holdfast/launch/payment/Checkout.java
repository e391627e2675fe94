package dev.holdfast.launch.payment;

import java.net.URI;

/// What the fan's page needs so that the fan can pay.
public sealed interface Checkout {

    /// Lead the fan to this address.
    record Redirect(URI address) implements Checkout {}

    /// Show this text as a QR code, to be scanned with WeChat (native payment).
    record ScanCode(String codeUrl) implements Checkout {}

    /// Call `WeixinJSBridge` with these values, on a page that is open inside WeChat (JSAPI payment).
    record WeChatBridge(
            String appId, String timeStamp, String nonce, String packageValue, String signType, String paySign)
            implements Checkout {}

    /// The provider will never take this payment, such as a currency it does not know.
    record Refused(String reason) implements Checkout {}

    /// The provider did not answer, or not sensibly. The position is safe; the fan may try again.
    record Unreachable(String reason) implements Checkout {}
}
