package dev.holdfast.web.page;

import dev.holdfast.launch.Campaigns;
import dev.holdfast.launch.Launch;
import dev.holdfast.launch.payment.PaymentProviders;
import dev.holdfast.member.mail.Site;
import dev.holdfast.member.rate.Rates;
import dev.holdfast.supply.MasterData;
import dev.holdfast.supply.Supply;
import dev.holdfast.web.network.Networks;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.env.Environment;
import org.springframework.web.HttpRequestHandler;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.handler.SimpleUrlHandlerMapping;

@Configuration(proxyBeanMethods = false)
class PageBeans {
    @Bean
    static Templates templates() {
        return new Templates();
    }

    @Bean
    static Assets assets() {
        return new Assets();
    }

    @Bean
    static Frames frames(Assets assets) {
        return new Frames(assets);
    }

    @Bean
    static PlanFrames planFrames(Launch launch, MasterData data) {
        return new PlanFrames(launch, data);
    }

    @Bean
    static CurveShelf curveShelf(Supply supply) {
        return new CurveShelf(supply::curve);
    }

    @Bean
    static OptionShelf optionShelf(MasterData masterData) {
        return new OptionShelf(slug -> masterData.look(slug, "options", null));
    }

    @Bean
    static Till till(PaymentProviders providers, Campaigns campaigns, Environment environment, Site site) {
        return new Till(
                providers,
                campaigns,
                Set.of(environment.getProperty("holdfast.sample-launches", String[].class, new String[0])),
                site);
    }

    @Bean
    static ServletRegistrationBean<NowServlet> now(
            Launch launch, LaunchPageMaker maker, Templates templates, Rates rates, Networks networks) {
        var servlet = new ServletRegistrationBean<>(
                new NowServlet(launch, maker, templates, rates, networks), NowServlet.PATH + "*");
        servlet.setName("now");
        return servlet;
    }

    /// What nobody serves, said before anything looks at its headers: those may be nonsense. After all that is served.
    @Bean
    static HandlerMapping unserved(Rates rates, Networks networks) {
        HttpRequestHandler nothing = (request, response) -> response.sendError(HttpServletResponse.SC_NOT_FOUND);
        var mapping = new SimpleUrlHandlerMapping(Map.of("/**", nothing), Ordered.LOWEST_PRECEDENCE);
        mapping.setInterceptors(new PageRates(rates, networks));
        return mapping;
    }

    @Bean
    static WebMvcConfigurer pageArguments(Frames frames, Rates rates, Networks networks) {
        return new WebMvcConfigurer() {
            // Not for the files of a page: a page is what is asked for.
            @Override
            public void addInterceptors(InterceptorRegistry registry) {
                registry.addInterceptor(new PageRates(rates, networks)).excludePathPatterns(Assets.FOLDER + "**");
            }

            @Override
            public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
                resolvers.add(frames);
            }
        };
    }
}
