package dev.holdfast.delivery.balance;

import dev.holdfast.delivery.unit.Units;
import dev.holdfast.kernel.Rounds;
import dev.holdfast.launch.Launch;
import dev.holdfast.launch.Progress;
import dev.holdfast.launch.payment.PaymentProviders;
import dev.holdfast.launch.settlement.Settlements;
import dev.holdfast.member.Members;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@Configuration(proxyBeanMethods = false)
class BalanceBeans {
    @Bean
    static BalanceOffice balanceOffice(
            JdbcClient jdbc,
            Launch launch,
            Settlements settlements,
            Units units,
            Members members,
            TransactionTemplate transactions,
            Clock clock) {
        return new BalanceOffice(
                new BalanceStore(jdbc),
                new StatementStore(jdbc),
                jdbc,
                new BalanceOffice.Below(launch, settlements, units, members),
                transactions,
                clock,
                new SecureRandom(),
                UUID::randomUUID);
    }

    @Bean
    static Balances balances(BalanceOffice office) {
        return office.balances();
    }

    @Bean
    static BalanceTerms balanceTerms(BalanceOffice office) {
        return office.terms();
    }

    @Bean
    static BalanceDesk balanceDesk(BalanceOffice office) {
        return office.desk();
    }

    @Bean
    static Credits credits(BalanceOffice office) {
        return office.credits();
    }

    @Bean
    static TaxDesk taxDesk(BalanceOffice office) {
        return office.tax();
    }

    @Bean
    static Lenders lenders(BalanceOffice office) {
        return office.lenders();
    }

    @Bean
    static Statements statements(BalanceOffice office) {
        return office.statements();
    }

    @Bean
    static BalancePayments balancePayments(BalanceOffice office) {
        return office.payments();
    }

    @Bean
    static BalanceRound balanceRound(BalanceOffice office, Progress progress, PaymentProviders providers) {
        return office.round(progress, providers);
    }

    @Bean
    static Rounds balanceRounds(BalanceRound round) {
        return new Rounds("balances", Duration.ofSeconds(3), round::round);
    }

    @Bean
    static KeptBalances keptBalances(JdbcClient jdbc) {
        return new KeptBalances(jdbc);
    }
}
