package dev.holdfast.launch.payment;

import com.wechat.pay.java.service.payments.jsapi.model.Payer;
import com.wechat.pay.java.service.payments.jsapi.model.PrepayWithRequestPaymentResponse;
import com.wechat.pay.java.service.payments.nativepay.model.Amount;
import com.wechat.pay.java.service.payments.nativepay.model.PrepayRequest;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;

/// Opens payments with WeChat Pay. Its library has a class of each name for each way to pay, hence a class for this.
final class WeChatCheckout {

    private static final int MAX_DESCRIPTION = 127;

    private final WeChatSettings settings;
    private final WeChatAccount account;

    WeChatCheckout(WeChatSettings settings, WeChatAccount account) {
        this.settings = settings;
        this.account = account;
    }

    Checkout begin(PaymentRequest request) {
        String openId = request.weChatOpenId();
        return openId == null ? scanCode(request) : bridge(request, openId);
    }

    private Checkout scanCode(PaymentRequest request) {
        Amount amount = new Amount();
        amount.setTotal(Math.toIntExact(request.deposit().amount()));
        amount.setCurrency(request.deposit().currency());
        PrepayRequest prepay = new PrepayRequest();
        prepay.setAppid(settings.appId());
        prepay.setMchid(settings.merchantId());
        prepay.setDescription(shortened(request.description(), MAX_DESCRIPTION));
        prepay.setOutTradeNo(WeChatNumber.of(request.order(), request.deposit()));
        prepay.setTimeExpire(expiry(request));
        prepay.setNotifyUrl(notifyUrl(settings));
        prepay.setAmount(amount);
        return new Checkout.ScanCode(account.services().qrCodes().prepay(prepay).getCodeUrl());
    }

    private Checkout bridge(PaymentRequest request, String openId) {
        var amount = new com.wechat.pay.java.service.payments.jsapi.model.Amount();
        amount.setTotal(Math.toIntExact(request.deposit().amount()));
        amount.setCurrency(request.deposit().currency());
        Payer payer = new Payer();
        payer.setOpenid(openId);
        var prepay = new com.wechat.pay.java.service.payments.jsapi.model.PrepayRequest();
        prepay.setAppid(settings.appId());
        prepay.setMchid(settings.merchantId());
        prepay.setDescription(shortened(request.description(), MAX_DESCRIPTION));
        prepay.setOutTradeNo(WeChatNumber.of(request.order(), request.deposit()));
        prepay.setTimeExpire(expiry(request));
        prepay.setNotifyUrl(notifyUrl(settings));
        prepay.setAmount(amount);
        prepay.setPayer(payer);
        PrepayWithRequestPaymentResponse signed = account.services().pages().prepayWithRequestPayment(prepay);
        return new Checkout.WeChatBridge(
                signed.getAppId(),
                signed.getTimeStamp(),
                signed.getNonceStr(),
                signed.getPackageVal(),
                signed.getSignType(),
                signed.getPaySign());
    }

    /// After this WeChat Pay takes no payment, which spares the fan a refund.
    private static String expiry(PaymentRequest request) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                request.payBefore().truncatedTo(ChronoUnit.SECONDS).atOffset(ZoneOffset.ofHours(8)));
    }

    static String notifyUrl(WeChatSettings settings) {
        return settings.publicUrl().resolve("/api/v1/payments/wechat/events").toString();
    }

    /// Never through the middle of a character.
    static String shortened(String text, int max) {
        int letters = text.codePointCount(0, text.length());
        return letters <= max ? text : text.substring(0, text.offsetByCodePoints(0, max));
    }
}
