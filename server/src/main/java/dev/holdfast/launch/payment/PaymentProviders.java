package dev.holdfast.launch.payment;

import java.util.List;
import java.util.Optional;

/// The providers that are switched on.
public final class PaymentProviders {

    private final List<PaymentProvider> all;

    public PaymentProviders(List<? extends PaymentProvider> all) {
        this.all = List.copyOf(all);
        long names = this.all.stream().map(PaymentProvider::id).distinct().count();
        if (names != this.all.size()) {
            throw new IllegalArgumentException("Two payment providers share a name: "
                    + this.all.stream().map(PaymentProvider::id).toList());
        }
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
}
