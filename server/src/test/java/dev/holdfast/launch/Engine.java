package dev.holdfast.launch;

import java.util.List;
import java.util.Map;

/// What a simulated launch has its supply from: the curves of this module, or the engine of one above it.
public interface Engine {
    Engine CURVES = new Engine() {
        @Override
        public Supplies supplies(CurvesOnPaper paper, List<String> offers) {
            return paper;
        }

        @Override
        public SupplyLine line(Map<String, Curve> curves) {
            return new OneCurve(curves, List.of());
        }
    };

    /// The supply as it stands on paper, whatever is written there later.
    Supplies supplies(CurvesOnPaper paper, List<String> offers);

    /// A line that nobody has entered yet.
    SupplyLine line(Map<String, Curve> curves);
}
