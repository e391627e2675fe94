package dev.holdfast.supply.master;

import dev.holdfast.kernel.Problem;
import dev.holdfast.supply.plan.input.Sheet;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/// The files of master data, with their columns.
public enum MasterFile {
    CONFIGURATIONS("configuration,deliveryWeeks", ""),
    OPTIONS("configuration,option,choice", "optionEn,optionZh,choiceEn,choiceZh"),
    BOM("parent,child,quantity,leadTimeWeeks", "effectiveFrom,effectiveTo"),
    COMPONENTS("component", "nameEn,nameZh,supplier,buffer"),
    SUPPLIERS("supplier", "nameEn,nameZh"),
    RESOURCES("resource,kind", "nameEn,nameZh,workingDays"),
    CAPACITY("resource,week,capacity", ""),
    HOLIDAYS("resource,from,to", ""),
    ROUTING("configuration,resource", ""),
    STOCK("component,onHand,quarantined,asOf", "");

    private final String needed;
    private final String optional;

    MasterFile(String needed, String optional) {
        this.needed = needed;
        this.optional = optional;
    }

    /// As paths and events say it.
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    Sheet sheet() {
        return Sheet.of(label(), needed, optional);
    }

    /// @throws Problem UNKNOWN when there is no such file
    public static MasterFile of(String label) {
        return Arrays.stream(values())
                .filter(file -> file.label().equals(label))
                .findFirst()
                .orElseThrow(() -> new Problem(
                        Problem.Kind.UNKNOWN,
                        "unknown_master_file",
                        "There is no file '" + label + "' of master data; there are "
                                + Arrays.stream(values()).map(MasterFile::label).collect(Collectors.joining(", "))
                                + "."));
    }
}
