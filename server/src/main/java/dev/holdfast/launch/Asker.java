package dev.holdfast.launch;

/// Who asks about, or acts on, an order: its own member or an operator, nobody else.
public record Asker(String member, boolean operator) {
    public boolean may(Order order) {
        return operator || order.member().equals(member);
    }
}
