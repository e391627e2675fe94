package dev.holdfast.web.page;

import dev.holdfast.kernel.Photograph;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/// Photos as answers: to a browser each is a picture and nothing else, whatever is in it.
final class PhotoAnswer {
    private PhotoAnswer() {}

    static ResponseEntity<byte[]> answer(Photograph photo) {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(photo.type()))
                .cacheControl(CacheControl.noStore())
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Disposition", "inline; filename=\"photo\"")
                .body(photo.bytes());
    }
}
