/// Run: what stands around the product so that one command is enough.
///
/// Owns the command line, the data folder, the embedded PostgreSQL, the migrations and the sample world. Promises that
/// nothing is served before the database has proved that it keeps what it acknowledges, and that every refusal to
/// start is one sentence with its cure. Never holds a business rule; it is the outermost module and may use every face.
@ApplicationModule(
        allowedDependencies = {
            "community::answer",
            "community::wish",
            "delivery::network",
            "kernel",
            "member",
            "launch",
            "launch::draw",
            "launch::payment",
            "supply",
            "supply::plan-files"
        })
@NullMarked
package dev.holdfast.run;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
