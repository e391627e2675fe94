package dev.holdfast.web.page;

import dev.holdfast.community.export.Exports;
import dev.holdfast.community.export.Exports.File;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/// What the product desk takes away, as files.
@Controller
class ExportPages {
    private final Exports exports;

    ExportPages(Exports exports) {
        this.exports = exports;
    }

    @GetMapping("/operator/exports/wishes.csv")
    void wishes(Frame frame, HttpServletResponse response) throws IOException {
        write(frame, File.WISHES, "wishes", response);
    }

    @GetMapping("/operator/exports/answers.csv")
    void answers(Frame frame, HttpServletResponse response) throws IOException {
        write(frame, File.ANSWERS, "answers", response);
    }

    @GetMapping("/operator/exports/promises.csv")
    void promises(Frame frame, HttpServletResponse response) throws IOException {
        write(frame, File.PROMISES, "promises", response);
    }

    private void write(Frame frame, File file, String name, HttpServletResponse response) throws IOException {
        var operator = frame.operating();
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader("Content-Disposition", "attachment; filename=\"" + name + ".csv\"");
        exports.write(file, 0, Exports.MAX_WISHES, operator, response.getOutputStream());
    }
}
