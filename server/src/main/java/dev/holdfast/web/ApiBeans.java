package dev.holdfast.web;

import dev.holdfast.community.event.Events;
import dev.holdfast.community.integrity.Integrity;
import dev.holdfast.community.points.Points;
import dev.holdfast.community.points.Rewards;
import dev.holdfast.community.referral.Referrals;
import dev.holdfast.community.referral.Rings;
import dev.holdfast.community.round.QuestionRounds;
import dev.holdfast.community.similar.SimilarWishes;
import dev.holdfast.community.spec.Specs;
import dev.holdfast.community.wish.Aliases;
import dev.holdfast.community.wish.WishDesk;
import dev.holdfast.community.wish.WishTalk;
import dev.holdfast.community.wish.WishVotes;
import dev.holdfast.community.wish.Wishes;
import dev.holdfast.delivery.balance.BalancePayments;
import dev.holdfast.launch.Campaigns;
import dev.holdfast.launch.Launch;
import dev.holdfast.launch.lobby.Lobby;
import dev.holdfast.launch.news.News;
import dev.holdfast.launch.payment.PaymentProviders;
import dev.holdfast.launch.receipt.Receipts;
import dev.holdfast.launch.review.Reviews;
import dev.holdfast.launch.settlement.Settlements;
import dev.holdfast.member.Invitations;
import dev.holdfast.member.Members;
import dev.holdfast.member.mail.Mails;
import dev.holdfast.member.mail.Site;
import dev.holdfast.member.personal.PersonalData;
import dev.holdfast.member.phone.Phones;
import dev.holdfast.member.rate.Limit;
import dev.holdfast.member.rate.Rates;
import dev.holdfast.supply.MasterData;
import dev.holdfast.supply.Supply;
import dev.holdfast.supply.run.Alternatives;
import dev.holdfast.supply.run.OneRoom;
import dev.holdfast.supply.run.Plans;
import dev.holdfast.supply.run.PublishedOdds;
import dev.holdfast.web.network.BareRefusals;
import dev.holdfast.web.network.Networks;
import dev.holdfast.web.network.WatchedProtocol;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.apache.catalina.core.StandardHost;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.availability.ApplicationAvailability;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.DelegatingFilterProxyRegistrationBean;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.core.io.ClassPathResource;
import org.springframework.web.filter.RequestContextFilter;

@Configuration(proxyBeanMethods = false)
class ApiBeans {
    @Bean
    static Tokens tokens(Environment environment, Clock clock) {
        return new Tokens(
                new SharedSecret(environment.getRequiredProperty("holdfast.jwt-secret")),
                IssuedTokens.read(environment, clock).orElse(null),
                clock);
    }

    @Bean
    static WebServerFactoryCustomizer<TomcatServletWebServerFactory> slowCallers(Environment environment) {
        return tomcat -> {
            tomcat.setProtocol(WatchedProtocol.class.getName());
            tomcat.addConnectorCustomizers(connector -> {
                if (connector.getProtocolHandler() instanceof WatchedProtocol watched) {
                    watched.hold(name -> environment.getProperty(name, Duration.class));
                }
            });
        };
    }

    /// A browser does not say in which characters it sends a form: it is those of the page. Said once here, no filter
    /// has to say it for each request.
    @Bean
    static WebServerFactoryCustomizer<TomcatServletWebServerFactory> formsInUtf8() {
        return tomcat -> tomcat.addContextCustomizers(
                context -> context.setRequestCharacterEncoding(StandardCharsets.UTF_8.name()));
    }

    @Bean
    static WebServerFactoryCustomizer<TomcatServletWebServerFactory> bareRefusals() {
        return tomcat -> tomcat.addContextCustomizers(context -> {
            if (context.getParent() instanceof StandardHost host) {
                host.setErrorReportValveClass(BareRefusals.class.getName());
            }
        });
    }

    @Bean
    static Networks networks(Environment environment) {
        return new Networks(environment.getProperty(Networks.TRUSTED, ""));
    }

    @Bean
    static Doorkeeper doorkeeper(Tokens tokens, Rates rates, Networks networks, Members members, Mails mails) {
        return new Doorkeeper(tokens, rates, networks, members, mails);
    }

    @Bean
    static MeterBinder refusedByRate(Rates rates) {
        return registry -> {
            for (Limit limit : Limit.values()) {
                FunctionCounter.builder("holdfast.rate.refused", rates, of -> of.refused(limit))
                        .description("Requests turned away because somebody asked too often")
                        .tag("limit", limit.name().toLowerCase(Locale.ROOT))
                        .register(registry);
            }
        };
    }

    @Bean
    static PlanningRoutes planningRoutes(Plans plans, OneRoom room, Alternatives alternatives, Doorkeeper doorkeeper) {
        return new PlanningRoutes(
                new PlanDoor(plans, doorkeeper),
                new RoomDoor(room, doorkeeper),
                new AlternativesDoor(alternatives, doorkeeper));
    }

    @Bean
    static LobbyDoor lobbyDoor(Lobby lobby, Doorkeeper doorkeeper) {
        return new LobbyDoor(lobby, doorkeeper);
    }

    @Bean
    static PhoneDoor phoneDoor(Phones phones, Doorkeeper doorkeeper) {
        return new PhoneDoor(phones, doorkeeper);
    }

    @Bean
    static PointsRoutes pointsRoutes(Points points, Rewards rewards, Doorkeeper doorkeeper) {
        return new PointsRoutes(
                new PointsDoor(points, rewards, doorkeeper), new PointsDeskDoor(points, rewards, doorkeeper));
    }

    @Bean
    static WishRoutes wishRoutes(
            SimilarWishes similar,
            Wishes wishes,
            WishVotes votes,
            Integrity integrity,
            WishTalk talk,
            WishDesk desk,
            Aliases aliases,
            Doorkeeper doorkeeper) {
        return new WishRoutes(
                new SimilarDoor(similar, aliases, doorkeeper),
                new WishDoor(wishes, votes, integrity, aliases, doorkeeper),
                new WishTalkDoor(wishes, talk, aliases, doorkeeper),
                new WishDeskDoor(desk, doorkeeper));
    }

    @Bean
    static ReferralDoor referralDoor(Referrals referrals, Rings rings, Doorkeeper doorkeeper) {
        return new ReferralDoor(referrals, rings, doorkeeper);
    }

    @Bean
    static EventDoor eventDoor(Events events, Doorkeeper doorkeeper) {
        return new EventDoor(events, doorkeeper);
    }

    @Bean
    static EventDeskDoor eventDeskDoor(Events events, Doorkeeper doorkeeper) {
        return new EventDeskDoor(events, doorkeeper);
    }

    @Bean
    static PeopleDoor peopleDoor(Invitations invitations, Site site, Doorkeeper doorkeeper) {
        return new PeopleDoor(invitations, site, doorkeeper);
    }

    @Bean
    static ServletRegistrationBean<ApiServlet> api(
            Launch launch,
            Specs specs,
            QuestionRounds rounds,
            Supply supply,
            MasterData masterData,
            PublishedOdds odds,
            Members members,
            Mails mails,
            News news,
            PersonalData personal,
            PaymentProviders providers,
            Receipts receipts,
            Reviews reviews,
            LobbyDoor lobby,
            Settlements settlements,
            PeopleDoor people,
            Campaigns campaigns,
            BalancePayments balances,
            List<Door> others,
            Doorkeeper doorkeeper,
            Clock clock) {
        Routes routes = new Routes();
        // The two paths of a rush come first.
        FanDoor fan = new FanDoor(launch, odds, reviews, rounds, doorkeeper);
        routes.add("POST", "launches/*/orders", fan::place);
        routes.add("POST", "payments/*/events", new ProviderDoor(providers, launch, reviews, balances, clock)::event);
        addLobby(routes, lobby);
        LookDoor look = new LookDoor(launch, odds, doorkeeper);
        routes.add("GET", "launches/*", look::launch)
                .add("GET", "launches/*/line", look::line)
                .add("GET", "launches", look::launches)
                .add("GET", "openapi.json", ApiBeans::openApi);
        addOwn(routes, fan, new MeDoor(personal, doorkeeper));
        new ReviewDoor(reviews, doorkeeper).addTo(routes);
        addReceipts(routes, new ReceiptDoor(receipts, doorkeeper));
        addOperator(routes, new OperatorDoor(launch, specs, supply, members, doorkeeper));
        addSettlements(routes, new SettlementDoor(launch, settlements, doorkeeper));
        news(routes, new NewsDoor(news, mails, doorkeeper));
        addCampaigns(routes, new CampaignDoor(campaigns, reviews, doorkeeper));
        addMaster(routes, new MasterDoor(masterData, doorkeeper));
        addOutlook(routes, new OutlookDoor(supply, doorkeeper));
        others.forEach(door -> door.addTo(routes));
        routes.add("POST", "operator/sign-in-links", people::invite);
        return serving("api", routes, "/api/v1/*");
    }

    private static void addLobby(Routes routes, LobbyDoor lobby) {
        routes.add("GET", "launches/*/lobby/now", lobby::now)
                .add("GET", "launches/*/lobby", lobby::look)
                .add("POST", "launches/*/lobby", lobby::enter)
                .add("GET", "launches/*/lobby/ticket", lobby::ticket)
                .add("POST", "launches/*/lobby/pass", lobby::pass)
                .add("POST", "launches/*/lobby/waiting-list", lobby::join)
                .add("DELETE", "launches/*/lobby/waiting-list", lobby::leave)
                .add("GET", "launches/*/draw", lobby::draw)
                .add("POST", "operator/launches/*/draw/freeze", lobby::freeze)
                .add("POST", "operator/launches/*/draw/figure", lobby::figure);
    }

    private static void addOwn(Routes routes, FanDoor fan, MeDoor me) {
        routes.add("GET", "orders/*", fan::look)
                .add("GET", "orders", fan::mine)
                .add("POST", "orders/*/cancel", fan::cancel)
                .add("POST", "orders/*/lock", fan::lock)
                .add("POST", "orders/*/change", fan::change)
                .add("POST", "orders/*/consent", fan::consent)
                .add("GET", "me/export", me::export);
    }

    private static void addCampaigns(Routes routes, CampaignDoor door) {
        routes.add("GET", "launches/*/campaign", door::progress)
                .add("GET", "launches/*/settlement", door::settlement)
                .add("GET", "partner/campaigns", door::own)
                .add("GET", "orders/*/pledge", door::pledge)
                .add("PUT", "orders/*/survey", door::answer)
                .add("GET", "orders/*/address", door::address)
                .add("PUT", "orders/*/address", door::deliverTo);
    }

    private static void addMaster(Routes routes, MasterDoor master) {
        routes.add("GET", "operator/launches/*/master", master::versions)
                .add("PUT", "operator/launches/*/master/*", master::put)
                .add("GET", "operator/launches/*/master/*", master::look)
                .add("POST", "operator/launches/*/supply-events", master::tell)
                .add("GET", "operator/launches/*/supply-events", master::events);
    }

    private static void addSettlements(Routes routes, SettlementDoor door) {
        routes.add("GET", "operator/launches/*/compensations", door::owed)
                .add("POST", "operator/orders/*/compensations/*", door::settle);
    }

    private static void addOutlook(Routes routes, OutlookDoor outlook) {
        routes.add("GET", "operator/launches/*/metrics", outlook::metrics)
                .add("GET", "operator/launches/*/odds", outlook::odds);
    }

    private static void news(Routes routes, NewsDoor door) {
        routes.add("GET", "operator/mail", door::mail)
                .add("GET", "operator/webhooks", door::webhooks)
                .add("GET", "operator/webhooks/*", door::webhook)
                .add("PUT", "operator/webhooks/*", door::register)
                .add("DELETE", "operator/webhooks/*", door::remove);
    }

    private static void addReceipts(Routes routes, ReceiptDoor receipt) {
        routes.add("GET", "orders/*/receipt", receipt::issue)
                .add("GET", "receipts/key", receipt::key)
                .add("POST", "receipts/check", receipt::check);
    }

    @Bean
    static MachineDoor machineDoor(
            Launch launch,
            PrometheusMeterRegistry registry,
            Doorkeeper doorkeeper,
            ApplicationAvailability availability) {
        return new MachineDoor(launch, registry, doorkeeper, availability);
    }

    @Bean
    static ServletRegistrationBean<ApiServlet> alive(MachineDoor door) {
        return machine("healthz", door::alive);
    }

    @Bean
    static ServletRegistrationBean<ApiServlet> ready(MachineDoor door) {
        return machine("readyz", door::ready);
    }

    @Bean
    static ServletRegistrationBean<ApiServlet> metrics(MachineDoor door) {
        return machine("metrics", door::metrics);
    }

    /// The security filters stand before the pages, all of which the dispatcher serves. The doors of this package keep
    /// themselves ([Doorkeeper]): no session, no cookie, hence nothing to forge; and an order passes no filter.
    @Bean
    static BeanPostProcessor securityBeforePages() {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessBeforeInitialization(Object bean, String name) {
                if (bean instanceof DelegatingFilterProxyRegistrationBean security) {
                    security.setServletNames(
                            List.of(DispatcherServletAutoConfiguration.DEFAULT_DISPATCHER_SERVLET_BEAN_NAME));
                }
                return bean;
            }
        };
    }

    /// Nothing here asks for "the current request"; the filter that provides it would be on the way of every order.
    @Bean
    static FilterRegistrationBean<RequestContextFilter> noRequestContext() {
        FilterRegistrationBean<RequestContextFilter> filter = new FilterRegistrationBean<>(new RequestContextFilter());
        filter.setEnabled(false);
        return filter;
    }

    private static ServletRegistrationBean<ApiServlet> machine(String name, Routes.Handler handler) {
        Routes routes = new Routes().add("GET", "", handler);
        return serving(name, routes, "/" + name);
    }

    private static ServletRegistrationBean<ApiServlet> serving(String name, Routes routes, String address) {
        ServletRegistrationBean<ApiServlet> servlet = new ServletRegistrationBean<>(new ApiServlet(routes), address);
        servlet.setName(name);
        return servlet;
    }

    private static void addOperator(Routes routes, OperatorDoor operator) {
        routes.add("PUT", "operator/launches/*", operator::define)
                .add("GET", "operator/launches/*", operator::launch)
                .add("PUT", "operator/launches/*/supply", operator::supply)
                .add("POST", "operator/launches/*/open", operator::open)
                .add("POST", "operator/launches/*/close", operator::close)
                .add("POST", "operator/launches/*/pause", operator::pause)
                .add("POST", "operator/launches/*/resume", operator::resume)
                .add("GET", "operator/launches/*/orders", operator::orders)
                .add("GET", "operator/launches/*/consents", operator::consents)
                .add("GET", "operator/payments/unmatched", operator::unmatched)
                .add("GET", "operator/ledger", operator::ledger)
                .add("GET", "operator/audit", operator::audit);
    }

    private static void openApi(Exchange exchange) throws IOException {
        try (InputStream document = new ClassPathResource("openapi.json").getInputStream()) {
            exchange.text(200, "application/json", new String(document.readAllBytes(), StandardCharsets.UTF_8));
        }
    }
}
