package dev.holdfast;

import dev.holdfast.run.CommandLineFace;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/// The application: every module below this package.
@SpringBootApplication
public class Holdfast {
    public static void main(String[] arguments) {
        System.exit(CommandLineFace.execute(Holdfast.class, arguments));
    }
}
