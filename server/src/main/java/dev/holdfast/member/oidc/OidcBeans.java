package dev.holdfast.member.oidc;

import dev.holdfast.member.Members;
import dev.holdfast.member.Secrets;
import dev.holdfast.member.mail.Mails;
import dev.holdfast.member.mail.Site;
import java.security.SecureRandom;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

@Configuration(proxyBeanMethods = false)
class OidcBeans {
    /// No bean where no issuer signs people in.
    @Bean
    static @Nullable IssuerSignIn issuerSignIn(
            Environment environment, Members members, Mails mails, Site site, Clock clock) {
        return IssuerSettings.read(environment::getProperty)
                .map(settings ->
                        new IssuerSignIn(settings, new Secrets(new SecureRandom()), members, mails, site, clock))
                .orElse(null);
    }
}
