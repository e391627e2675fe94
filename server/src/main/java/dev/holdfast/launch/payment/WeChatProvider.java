package dev.holdfast.launch.payment;

import com.wechat.pay.java.core.exception.ServiceException;
import com.wechat.pay.java.core.exception.WechatPayException;
import com.wechat.pay.java.service.refund.model.AmountReq;
import com.wechat.pay.java.service.refund.model.CreateRequest;
import com.wechat.pay.java.service.refund.model.Refund;
import dev.holdfast.kernel.Money;
import dev.holdfast.kernel.Problem;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Deposits through WeChat Pay (API v3): as a QR code anywhere (native), or by its own sheet on a page that is open
/// inside WeChat (JSAPI).
///
/// WeChat Pay knows a payment by [WeChatNumber] and a refund by our id, and answers either asked for again as it did
/// the first time.
final class WeChatProvider implements PaymentProvider {

    static final String ID = "wechat";

    private static final String CURRENCY = "CNY";
    private static final ZoneId WECHAT_TIME = ZoneId.of("Asia/Shanghai");
    private static final int MAX_REASON = 80;

    /// What passes by itself or by the seller's hand: too busy, too many, no money in the account just now, keys that
    /// do not fit. Everything else stays refused however often it is asked for.
    private static final Set<String> PASSING = Set.of(
            "SYSTEM_ERROR",
            "FREQUENCY_LIMITED",
            "FREQUENCY_LIMIT_EXCEED",
            "RATELIMIT_EXCEEDED",
            "NOT_ENOUGH",
            "SIGN_ERROR",
            "NO_AUTH");

    private final WeChatSettings settings;
    private final WeChatAccount account;
    private final WeChatCheckout checkout;

    WeChatProvider(WeChatSettings settings) {
        this.settings = settings;
        this.account = new WeChatAccount(settings);
        this.checkout = new WeChatCheckout(settings, account);
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public boolean takes(Money deposit) {
        return deposit.currency().equals(CURRENCY) && deposit.amount() <= WeChatNumber.MAX_AMOUNT;
    }

    @Override
    public Checkout begin(PaymentRequest request) {
        if (!request.deposit().currency().equals(CURRENCY)) {
            return new Checkout.Refused("WeChat Pay takes " + CURRENCY + " and not "
                    + request.deposit().currency() + ". Maybe use another provider.");
        }
        if (request.deposit().amount() > WeChatNumber.MAX_AMOUNT) {
            return new Checkout.Refused("The deposit is larger than WeChat Pay takes.");
        }
        try {
            return checkout.begin(request);
        } catch (ServiceException answer) {
            return isPassing(answer) ? new Checkout.Unreachable(said(answer)) : new Checkout.Refused(said(answer));
        } catch (WechatPayException | IllegalArgumentException trouble) {
            return new Checkout.Unreachable("WeChat Pay: " + trouble.getMessage());
        }
    }

    @Override
    public Refunding refund(RefundRequest request) {
        try {
            Refund refund = account.services().refunds().create(refundOf(request));
            return switch (refund.getStatus()) {
                case SUCCESS, PROCESSING -> new Refunding.Accepted();
                case CLOSED -> new Refunding.Refused("WeChat Pay closed the refund.");
                case ABNORMAL ->
                    new Refunding.Refused("The fan's account does not take the refund. Maybe name another one in"
                            + " the merchant platform of WeChat Pay.");
            };
        } catch (ServiceException answer) {
            return isPassing(answer) ? new Refunding.Unreachable(said(answer)) : new Refunding.Refused(said(answer));
        } catch (WechatPayException | IllegalArgumentException trouble) {
            // The library throws the second for an answer without a timely signature, which is no answer.
            return new Refunding.Unreachable("WeChat Pay: " + trouble.getMessage());
        }
    }

    private CreateRequest refundOf(RefundRequest request) {
        AmountReq amount = new AmountReq();
        amount.setRefund(request.whole().amount());
        amount.setTotal(request.whole().amount());
        amount.setCurrency(request.whole().currency());
        CreateRequest refund = new CreateRequest();
        refund.setTransactionId(request.payment());
        refund.setOutRefundNo(request.refund().toString());
        refund.setReason(WeChatCheckout.shortened(request.cause(), MAX_REASON));
        refund.setNotifyUrl(WeChatCheckout.notifyUrl(settings));
        refund.setAmount(amount);
        return refund;
    }

    private static boolean isPassing(ServiceException answer) {
        int status = answer.getHttpStatusCode();
        return status >= 500
                || status == 429
                || status == 401
                || PASSING.contains(Optional.ofNullable(answer.getErrorCode()).orElse(""));
    }

    /// Not the exception's own message: that repeats the whole request with its signature.
    private static String said(ServiceException answer) {
        return "WeChat Pay: " + answer.getHttpStatusCode() + " " + answer.getErrorCode() + " "
                + answer.getErrorMessage();
    }

    /// A year after the payment, by the clock of China.
    @Override
    public Optional<Instant> refundableUntil(Instant paidAt) {
        return Optional.of(paidAt.atZone(WECHAT_TIME).plusYears(1).toInstant());
    }

    @Override
    public Reading read(WebhookHeaders headers, byte[] body, Instant now) {
        try {
            return new WeChatNotice(account.services(), settings.merchantId()).read(headers, body, now);
        } catch (WechatPayException notReady) {
            throw new Problem(
                    Problem.Kind.CAPACITY,
                    "payment_provider_unreachable",
                    "The certificates of WeChat Pay cannot be fetched just now. It repeats the message by itself.",
                    List.of(),
                    notReady);
        }
    }
}
