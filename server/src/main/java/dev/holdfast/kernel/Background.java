package dev.holdfast.kernel;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.Optional;
import java.util.concurrent.ThreadFactory;

/// Threads for what takes whole seconds of a core, while people wait for an order that takes a millisecond: the
/// operating system lets those go first.
///
/// Java's own priorities are none under Linux unless the whole machine is told so, which wants more rights than ours.
/// There the thread asks for its niceness itself; elsewhere, or where it is refused, it is a thread like any other.
public final class Background {
    /// Of 19. A core that both want goes to the other for nine parts in ten, and nobody starves.
    private static final int NICENESS = 10;

    private static final int PROCESS = 0;
    private static final int CALLER = 0;
    private static final Optional<MethodHandle> SET_PRIORITY = setPriority();

    private Background() {}

    /// @param name of the threads, which are counted from 0
    public static ThreadFactory threads(String name) {
        ThreadFactory factory = Thread.ofPlatform().name(name, 0).daemon().factory();
        return work -> factory.newThread(() -> {
            stepBack();
            work.run();
        });
    }

    private static void stepBack() {
        if (SET_PRIORITY.isEmpty()) {
            return;
        }
        try {
            var _ = (int) SET_PRIORITY.get().invokeExact(PROCESS, CALLER, NICENESS);
        } catch (Throwable impossible) {
            throw new IllegalStateException("A call without a pointer cannot fail", impossible);
        }
    }

    @SuppressWarnings("restricted") // a plain call of the C library, by its own signature
    private static Optional<MethodHandle> setPriority() {
        if (!System.getProperty("os.name").startsWith("Linux")) {
            return Optional.empty();
        }
        Linker linker = Linker.nativeLinker();
        Optional<MemorySegment> found = linker.defaultLookup().find("setpriority");
        var shape = FunctionDescriptor.of(
                ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.JAVA_INT);
        return found.map(address -> linker.downcallHandle(address, shape));
    }
}
