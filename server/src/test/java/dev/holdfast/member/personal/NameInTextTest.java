package dev.holdfast.member.personal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.TestDatabase;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/// A name is found in the words of others, and what only has it within is not, by the database that looks for it.
class NameInTextTest {
    private final TestDatabase database = TestDatabase.fresh();
    private final JdbcClient jdbc =
            JdbcClient.create(new DriverManagerDataSource(database.url(), database.user(), database.password()));

    private String without(String member, String text) {
        return jdbc.sql("select regexp_replace(:text, :name, '*', 'g')")
                .param("text", text)
                .param("name", NameInText.pattern(member))
                .query(String.class)
                .single();
    }

    @Test
    void aNameIsFoundWhereItStandsByItself() {
        assertThat(without("ann", "ann, (ann) and plan, ann_2, annual: ann"))
                .isEqualTo("*, (*) and plan, ann_2, annual: *");
        assertThat(without("fan-7", "fan-7 and fan-77\nfan-7")).isEqualTo("* and fan-77\n*");
        assertThat(without("a.b+c", "aXb+c a.b+c")).isEqualTo("aXb+c *");
    }

    @Test
    void aChineseSentencePutsNoBlankAroundAName() {
        assertThat(without("fan-7", "我们问过fan-7了。fan-77没有。")).isEqualTo("我们问过*了。fan-77没有。");
        assertThat(without("张三", "我们问过张三了,zhang张三")).isEqualTo("我们问过*了,zhang*");
    }
}
