package org.aegle.dicom.phantom;

/** A field of attenuation to be drawn on: numbers row by row, in units of a display's full range. */
final class Radiograph {
    final int columns;
    final int rows;
    final float[] values;

    Radiograph(int columns, int rows) {
        this.columns = columns;
        this.rows = rows;
        this.values = new float[columns * rows];
    }

    /** Attenuation as a function of place. */
    @FunctionalInterface
    interface Shape {
        /** The value at a place, x from the middle to the right, y from above, both in parts of the width. */
        double at(double x, double y);
    }

    double x(int column) {
        return (column + 0.5) / columns - 0.5;
    }

    double y(int row) {
        return (row + 0.5) / columns;
    }

    void add(Shape shape) {
        for (int row = 0, index = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++, index++) {
                values[index] += (float) shape.at(x(column), y(row));
            }
        }
    }

    /** Raises the field to a disk's value where it is below: strokes of many disks stay even. */
    void stamp(double x, double y, double radius, Profile profile) {
        int reach = (int) Math.ceil(radius * columns) + 1;
        int centreColumn = (int) ((x + 0.5) * columns);
        int centreRow = (int) (y * columns);
        for (int row = Math.max(0, centreRow - reach); row <= Math.min(rows - 1, centreRow + reach); row++) {
            for (int column = Math.max(0, centreColumn - reach);
                    column <= Math.min(columns - 1, centreColumn + reach);
                    column++) {
                double distance = Math.hypot(x(column) - x, y(row) - y) / radius;
                if (distance < 1) {
                    int index = row * columns + column;
                    values[index] = Math.max(values[index], (float) profile.at(distance));
                }
            }
        }
    }

    /** Attenuation across a stroke, from 0 in the middle to 1 at the edge. */
    @FunctionalInterface
    interface Profile {
        /** The value at a distance from the middle. */
        double at(double distance);
    }

    void add(Radiograph other, double factor) {
        for (int i = 0; i < values.length; i++) {
            values[i] += (float) (other.values[i] * factor);
        }
    }

    /** Blurs by the mean over a square, three times: near to a bell curve. */
    void blur(int radius) {
        for (int i = 0; i < 3; i++) {
            mean(radius, 1, columns, columns, rows);
            mean(radius, columns, rows, 1, columns);
        }
    }

    /** A running mean along lines whose numbers are a step apart. */
    private void mean(int radius, int step, int length, int lineStep, int lines) {
        float[] line = new float[length];
        for (int i = 0; i < lines; i++) {
            int start = i * lineStep;
            for (int j = 0; j < length; j++) {
                line[j] = values[start + j * step];
            }
            double sum = 0;
            for (int j = -radius; j <= radius; j++) {
                sum += line[Math.max(0, Math.min(length - 1, j))];
            }
            for (int j = 0; j < length; j++) {
                values[start + j * step] = (float) (sum / (2 * radius + 1));
                sum += line[Math.min(length - 1, j + radius + 1)] - line[Math.max(0, j - radius)];
            }
        }
    }
}
