package dev.holdfast.launch.payment;

import dev.holdfast.kernel.Check;
import java.util.List;
import java.util.Optional;

/// The providers that are switched on.
public final class PaymentProviders {

    private final List<PaymentProvider> all;
    private final boolean sandboxEverywhere;

    /// @param sandboxEverywhere  false where play money pays in the sample world only
    public PaymentProviders(List<? extends PaymentProvider> all, boolean sandboxEverywhere) {
        this.all = List.copyOf(all);
        this.sandboxEverywhere = sandboxEverywhere;
        List<String> ids = this.all.stream().map(PaymentProvider::id).toList();
        Check.that(ids.size() == ids.stream().distinct().count(), "Two payment providers share a name: %s", ids);
    }

    /// Three providers at most: looking through a list beats hashing.
    public Optional<PaymentProvider> find(String id) {
        for (PaymentProvider provider : all) {
            if (provider.id().equals(id)) {
                return Optional.of(provider);
            }
        }
        return Optional.empty();
    }

    public List<PaymentProvider> all() {
        return all;
    }

    /// Those with which a fan may pay in this launch, the operator's own first and play money last.
    public List<PaymentProvider> offered(boolean inSampleWorld) {
        return all.stream()
                .filter(provider -> inSampleWorld || sandboxEverywhere || !isSandbox(provider))
                .sorted((one, other) -> Boolean.compare(isSandbox(one), isSandbox(other)))
                .toList();
    }

    private static boolean isSandbox(PaymentProvider provider) {
        return provider.id().equals(SandboxProvider.ID);
    }
}
