package dev.holdfast.web.page;

import dev.holdfast.supply.MasterData;
import dev.holdfast.supply.MasterRows;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Map;

/// A launch with a small plant: two trims share a battery cell that comes too slowly, and one assembly line.
final class PlannedLaunch {
    static final List<String> ORDERED = List.of("pro-green", "base-white");

    private final LiveSite site;
    final String slug;

    PlannedLaunch(LiveSite site, String slug) {
        this.site = site;
        this.slug = slug;
        site.open(
                slug,
                SampleWorld.definition("Tern One", "燕鸥一号", null, Instant.now().minusSeconds(60)),
                40,
                50);
        put("suppliers", "supplier,nameEn,nameZh\namperon,Amperon,安培龙\n");
        put("components", "component,nameEn,nameZh,supplier\ncell,Battery cell,电芯,amperon\n");
        put("bom", "parent,child,quantity,leadTimeWeeks\npro-green,cell,2,1\nbase-white,cell,1,1\n");
        put("configurations", "configuration,deliveryWeeks\npro-green,1\nbase-white,1\n");
        put("resources", "resource,kind,nameEn,nameZh\nassembly,line,Assembly line,总装线\n");
        put("routing", "configuration,resource\npro-green,assembly\nbase-white,assembly\n");
        var capacity = new StringBuilder("resource,week,capacity\n");
        for (int week = 0; week < 60; week++) {
            capacity.append("assembly," + monday(week) + ",7\n");
        }
        put("capacity", capacity.toString());
        var cells = new StringBuilder("commitment,component,supplier,quantity,week,status\n");
        for (int week = 8; week < 40; week += 2) {
            cells.append("cells-" + week + ",cell,amperon,9," + monday(week) + ",committed\n");
        }
        tell(cells.toString());
        for (int order = 0; order < 24; order++) {
            site.place(slug, "fan-" + slug + "-" + order, ORDERED.get(order % 2));
        }
    }

    /// The Monday so many weeks from this week's.
    static LocalDate monday(int weeks) {
        return LocalDate.now(ZoneOffset.UTC)
                .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))
                .plusWeeks(weeks);
    }

    String room(String path) {
        return "/operator/launches/" + slug + "/plan" + path;
    }

    void tell(String csv) {
        data().tell(slug, new MasterRows.Csv(csv.getBytes(StandardCharsets.UTF_8)), "supplier portal", "planner-7");
    }

    private void put(String file, String csv) {
        data().put(slug, file, new MasterRows.Csv(csv.getBytes(StandardCharsets.UTF_8)), "test", "planner-7");
    }

    private MasterData data() {
        return site.masterData();
    }

    /// Nothing said of a supplier is lost on the way to the page.
    static Map<String, String> commitment(int week) {
        return Map.of(
                "commitment", "cells-8",
                "component", "cell",
                "supplier", "amperon",
                "quantity", "9",
                "week", monday(week).toString());
    }
}
