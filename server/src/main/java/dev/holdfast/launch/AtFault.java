package dev.holdfast.launch;

/// Whose fault it is that a plan breaks promises, as the planner states it with the plan.
public enum AtFault {
    /// A supplier delivered late or too little. Towards the fan the seller answers for it all the same.
    SUPPLIER,
    SELLER,
    /// What nobody could foresee, avoid or overcome.
    FORCE_MAJEURE
}
