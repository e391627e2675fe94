/// Campaign: launches whose orders are pledges.
///
/// A pledge is an order in the launch's line; beside it a row says how far its money has come. Money is authorised when
/// it is pledged, taken when the campaign has succeeded and released when it has failed, each once: decisions are made
/// by a batch under the line's lock, and what a provider has to be asked for is a row written in the same transaction.
@NullMarked
package dev.holdfast.launch.campaign;

import org.jspecify.annotations.NullMarked;
