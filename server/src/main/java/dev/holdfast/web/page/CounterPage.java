package dev.holdfast.web.page;

import dev.holdfast.launch.payment.PaymentRequest;

/// The counter where play money is paid.
record CounterPage(Frame frame, String payment, PaymentRequest request) {}
