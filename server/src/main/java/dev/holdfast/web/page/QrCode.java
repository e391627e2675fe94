package dev.holdfast.web.page;

import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;

/// A QR code as one path, a unit square for each dark module, with the quiet margin that scanners need around it.
///
/// @param size of the picture with its margin
record QrCode(int size, String path) {
    /// The standard asks for four modules.
    private static final int MARGIN = 4;

    static QrCode of(String text) {
        try {
            ByteMatrix modules = Encoder.encode(text, ErrorCorrectionLevel.M).getMatrix();
            var path = new StringBuilder();
            for (int row = 0; row < modules.getHeight(); row++) {
                draw(modules, row, path);
            }
            return new QrCode(modules.getWidth() + 2 * MARGIN, path.toString());
        } catch (WriterException tooLong) {
            throw new IllegalArgumentException("No QR code holds " + text.length() + " characters", tooLong);
        }
    }

    /// Neighbours are one bar: hairlines between squares would make some scanners fail.
    private static void draw(ByteMatrix modules, int row, StringBuilder path) {
        for (int column = 0; column < modules.getWidth(); column++) {
            int start = column;
            while (column < modules.getWidth() && modules.get(column, row) == 1) {
                column++;
            }
            if (column > start) {
                path.append('M').append(start + MARGIN).append(' ').append(row + MARGIN);
                path.append('h')
                        .append(column - start)
                        .append("v1h-")
                        .append(column - start)
                        .append('z');
            }
        }
    }
}
