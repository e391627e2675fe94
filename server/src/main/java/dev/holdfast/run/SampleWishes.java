package dev.holdfast.run;

import dev.holdfast.community.answer.AnswerRole;
import dev.holdfast.community.answer.AnswerRoles;
import dev.holdfast.community.answer.Answers;
import dev.holdfast.community.answer.Draft;
import dev.holdfast.community.answer.Grant;
import dev.holdfast.community.wish.Decision;
import dev.holdfast.community.wish.Proposal;
import dev.holdfast.community.wish.WishId;
import dev.holdfast.community.wish.WishState;
import dev.holdfast.community.wish.WishVotes;
import dev.holdfast.community.wish.Wishes;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The sample world's wishes: some wait for their answer, and of those that have one each decision is there once.
record SampleWishes(Wishes wishes, WishVotes votes, AnswerRoles roles, Answers answers, InstantSource clock) {
    private static final AnswerRole ROLE = new AnswerRole("product", Map.of("en", "Head of product", "zh", "产品负责人"));

    /// @param supporters how many vote for it, its author too
    /// @param reply null: none yet
    private record Sample(
            Proposal proposal, int supporters, @Nullable Reply reply) {}

    /// @param days until what is promised is there, or it is answered again; null: nothing is promised
    private record Reply(
            Decision decision,
            String en,
            String zh,
            @Nullable Integer days) {}

    private static final List<Sample> ALL = List.of(
            new Sample(
                    new Proposal(
                            "product",
                            "en",
                            "A heat pump in every trim",
                            "In winter the range of the City trim falls most where people drive it most. Please put the "
                                    + "heat pump of the Peak trim into all of them."),
                    41,
                    new Reply(
                            Decision.ACCEPTED,
                            "Every car that is built from spring on has it. The price stays as it is.",
                            "从春季起生产的每一辆车都会装热泵，价格不变。",
                            150)),
            new Sample(
                    new Proposal("product", "zh", "后排座椅可以完全放平", "周末露营的时候想在车里躺下来，现在放倒以后中间还有一道坎。希望后排能够放得完全平整。"),
                    36,
                    null),
            new Sample(
                    new Proposal(
                            "app",
                            "en",
                            "Lend the key for a day",
                            "When friends visit I want to send them a key that opens the car for one day and then stops by "
                                    + "itself."),
                    29,
                    new Reply(
                            Decision.LATER,
                            "Keys for guests need a check of the lock that we have not finished. We answer again once we "
                                    + "know whether it is safe.",
                            "访客钥匙需要先完成门锁的安全检验。等我们确认安全之后，会再次答复。",
                            90)),
            new Sample(
                    new Proposal("app", "zh", "充电时预约座舱温度", "早上七点出门，希望充电的时候就把座舱加热好，不用电池的电。最好每天可以定不同的时间。"),
                    24,
                    new Reply(
                            Decision.ACCEPTED_IN_PART,
                            "You can set one time for all days. A time for each day comes when the calendar of the app is "
                                    + "rebuilt.",
                            "先支持每天同一个时间。每天不同的时间，要等应用的日历重做之后。",
                            60)),
            new Sample(
                    new Proposal(
                            "service",
                            "en",
                            "Collect my scooter for its first service",
                            "I live two hours from the next store. Could somebody collect the scooter and bring it back?"),
                    17,
                    new Reply(
                            Decision.DECLINED,
                            "It would cost more than the service itself. Stores keep a scooter over night for those who "
                                    + "come from far away, at no charge.",
                            "上门取送的费用会超过保养本身。远道而来的车主可以把滑板车免费留在门店过夜。",
                            null)),
            new Sample(
                    new Proposal(
                            "product",
                            "en",
                            "A tow bar for the camping trailer",
                            "I would pull the trailer with the City trim. Is there going to be a tow bar for it?"),
                    13,
                    new Reply(
                            Decision.NEEDS_MORE,
                            "How heavy is your trailer when it is loaded? Up to 750 kg we see a way.",
                            "您的拖车满载有多重？750 公斤以内我们有办法。",
                            null)),
            new Sample(
                    new Proposal("service", "zh", "周末也能预约交车", "工作日请不出假，希望交付中心周六周日也开放预约。"),
                    9,
                    new Reply(
                            Decision.EXISTS_ALREADY,
                            "Both centres are open on Saturdays, the one in Larchmere on Sundays too: those times stand in "
                                    + "the list once your car has arrived.",
                            "两个交付中心周六都开放，落松镇的周日也开放：车辆到达之后，列表里就有这些时间。",
                            null)),
            new Sample(
                    new Proposal(
                            "app",
                            "en",
                            "Show the range in weather like today's",
                            "The range on the screen is for mild weather. Show what is left when it is as cold as it is now."),
                    5,
                    null));

    /// What a killed load did already is not done again.
    void load(String operator) {
        roles.define(ROLE, operator);
        roles.grant(new Grant(ROLE.id(), Welcome.OPERATOR, true, true), operator);
        for (var number = 0; number < ALL.size(); number++) {
            load(ALL.get(number), number, operator);
        }
    }

    private void load(Sample sample, int number, String operator) {
        var wish = wishes.propose(sample.proposal(), fan(number)).wish();
        if (wish.state() != WishState.OPEN
                || !answers.ofWish(wish.id()).answers().isEmpty()) {
            return;
        }
        for (var supporter = 0; supporter < sample.supporters(); supporter++) {
            votes.vote(wish.id(), fan(number + supporter));
        }
        if (sample.reply() != null) {
            answers.answer(draft(wish.id(), sample.reply()), operator);
        }
    }

    private Draft draft(WishId wish, Reply reply) {
        var days = reply.days();
        var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        return new Draft(
                wish,
                ROLE.id(),
                reply.decision(),
                Map.of("en", reply.en(), "zh", reply.zh()),
                days == null ? null : today.plusDays(days),
                null);
    }

    private static String fan(int number) {
        return SampleWorld.fan(SampleWorld.FIRST_BACKER + number);
    }
}
