package dev.holdfast.service.ticket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.holdfast.kernel.Photograph;
import dev.holdfast.kernel.Problem;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/// A photo loses what its camera said of its owner, and nothing of the picture.
class BarePhotoTest {
    private static final String HOME = "31.2304N 121.4737E";

    @Test
    void aJpegLosesWhereItWasTakenAndKeepsItsPicture() throws IOException {
        byte[] picture = picture("jpeg");
        byte[] sent = behind(picture, 2, segment(0xE1, exif(6)), segment(0xFE, HOME.getBytes(StandardCharsets.UTF_8)));
        Photograph bare = BarePhoto.of(Photograph.of(sent));
        assertThat(text(sent)).contains(HOME);
        assertThat(text(bare.bytes())).doesNotContain(HOME);
        assertThat(pixels(bare.bytes())).isEqualTo(pixels(picture));
    }

    @Test
    void whichWayIsUpIsKeptFromEitherOrderOfBytes() throws IOException {
        for (int orientation : new int[] {3, 6, 8}) {
            byte[] sent = behind(picture("jpeg"), 2, segment(0xE1, exif(orientation)));
            byte[] bare = BarePhoto.of(Photograph.of(sent)).bytes();
            assertThat(bare[2] & 0xFF).isEqualTo(0xFF);
            assertThat(bare[3] & 0xFF).as("what was kept of it").isEqualTo(0xE1);
            assertThat(ByteBuffer.wrap(bare).getShort(4 + 2 + 6 + 8 + 2 + 8)).isEqualTo((short) orientation);
            assertThat(BarePhoto.of(Photograph.of(bare)).bytes())
                    .as("as it was written here")
                    .isEqualTo(bare);
        }
    }

    @Test
    void whatStandsBehindTheEndOfAPictureIsLeftOut() throws IOException {
        byte[] picture = picture("jpeg");
        byte[] sent = Arrays.copyOf(picture, picture.length + 100);
        assertThat(BarePhoto.of(Photograph.of(sent)).bytes()).isEqualTo(picture);
        byte[] png = picture("png");
        assertThat(BarePhoto.of(Photograph.of(Arrays.copyOf(png, png.length + 100)))
                        .bytes())
                .isEqualTo(png);
    }

    @Test
    void aPngLosesItsWordsAndKeepsItsPicture() throws IOException {
        byte[] picture = picture("png");
        // Behind the signature and the head.
        byte[] sent = behind(picture, 8 + 25, chunk("tEXt", HOME), chunk("eXIf", HOME));
        Photograph bare = BarePhoto.of(Photograph.of(sent));
        assertThat(text(bare.bytes())).doesNotContain(HOME);
        assertThat(bare.bytes()).isEqualTo(picture);
    }

    @Test
    void whatEndsBeforeItsPictureDoesIsNoPhoto() throws IOException {
        for (String type : new String[] {"jpeg", "png"}) {
            byte[] picture = picture(type);
            for (int length = 12; length < picture.length - 1; length += 7) {
                byte[] cut = Arrays.copyOf(picture, length);
                assertThatThrownBy(() -> BarePhoto.of(Photograph.of(cut)))
                        .as("%s of %s bytes", type, length)
                        .isInstanceOfSatisfying(
                                Problem.class,
                                problem -> assertThat(problem.code()).isEqualTo("invalid_photo"));
            }
        }
    }

    private static byte[] picture(String type) throws IOException {
        BufferedImage image = new BufferedImage(24, 16, BufferedImage.TYPE_INT_RGB);
        for (int x = 0; x < 24; x++) {
            for (int y = 0; y < 16; y++) {
                image.setRGB(x, y, ((x * 10) << 16) | ((y * 15) << 8) | ((x * y) % 255));
            }
        }
        ByteArrayOutputStream to = new ByteArrayOutputStream();
        assertThat(ImageIO.write(image, type, to)).isTrue();
        return to.toByteArray();
    }

    private static int[] pixels(byte[] photo) throws IOException {
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(photo));
        return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
    }

    private static byte[] behind(byte[] photo, int at, byte[]... parts) {
        ByteArrayOutputStream to = new ByteArrayOutputStream();
        to.write(photo, 0, at);
        for (byte[] part : parts) {
            to.writeBytes(part);
        }
        to.write(photo, at, photo.length - at);
        return to.toByteArray();
    }

    private static byte[] segment(int marker, byte[] content) {
        return ByteBuffer.allocate(4 + content.length)
                .put((byte) 0xFF)
                .put((byte) marker)
                .putShort((short) (content.length + 2))
                .put(content)
                .array();
    }

    /// As a telephone writes it: least byte first, which way is up, and behind it where one lives.
    private static byte[] exif(int orientation) {
        byte[] home = HOME.getBytes(StandardCharsets.UTF_8);
        ByteBuffer exif = ByteBuffer.allocate(6 + 26 + home.length).put("Exif\0\0".getBytes(StandardCharsets.US_ASCII));
        exif.order(ByteOrder.LITTLE_ENDIAN).put((byte) 'I').put((byte) 'I').putShort((short) 42);
        exif.putInt(8).putShort((short) 1).putShort((short) 0x0112).putShort((short) 3);
        exif.putInt(1).putShort((short) orientation).putShort((short) 0).putInt(0);
        return exif.put(home).array();
    }

    private static byte[] chunk(String name, String words) {
        byte[] content = words.getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(12 + content.length)
                .putInt(content.length)
                .put(name.getBytes(StandardCharsets.US_ASCII))
                .put(content)
                .putInt(0)
                .array();
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
