package dev.holdfast.web.page;

import dev.holdfast.web.page.Browser.Screen;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.ArgumentsProvider;
import org.junit.jupiter.params.provider.ArgumentsSource;
import org.junit.jupiter.params.support.ParameterDeclarations;

/// A test that takes place twice: at a desk in English with scripts, and on a telephone in Chinese without.
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@ParameterizedTest
@ArgumentsSource(ForEveryone.Everyone.class)
@interface ForEveryone {
    /// A screen, the words on it, and whether it runs scripts.
    final class Everyone implements ArgumentsProvider {
        @Override
        public Stream<Arguments> provideArguments(ParameterDeclarations parameters, ExtensionContext test) {
            return Stream.of(
                    Arguments.of(Screen.DESK, Words.ENGLISH, true), Arguments.of(Screen.PHONE, Words.CHINESE, false));
        }
    }
}
