"""A report's pages as a PDF file."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF, QRectF, QSizeF, Qt, QUrl
from PySide6.QtGui import (
    QFont,
    QImage,
    QPageLayout,
    QPageSize,
    QPainter,
    QPdfWriter,
    QTextDocument,
)
from PySide6.QtSvg import QSvgRenderer

DRAWN = 2000
"""Pixels across a drawing: as sharp as a printer shows it."""

DPI = 300
MARGIN, FOOT = 16.0, 8.0
"""Millimetres around a page, and for its number."""


def pdf_bytes(html: str, pictures: Mapping[str, bytes], title: str) -> bytes:
    """Lay pages out and return the PDF file.

    Parameters
    ----------
    html
        What QTextDocument understands.
    pictures
        PNG, JPEG or SVG files by the address `html` has of them.
    """
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setTitle(title)
    writer.setCreator("TransferLens")
    writer.setResolution(DPI)
    margins = QMarginsF(MARGIN, MARGIN, MARGIN, MARGIN)
    page = QPageSize(QPageSize.PageSizeId.A4)
    writer.setPageLayout(
        QPageLayout(page, QPageLayout.Orientation.Portrait, margins, QPageLayout.Unit.Millimeter)
    )
    document = QTextDocument()
    for address, content in pictures.items():
        document.addResource(
            QTextDocument.ResourceType.ImageResource.value, QUrl(address), _image(address, content)
        )
    document.setHtml(html)
    _paint(document, writer)
    buffer.close()
    return bytes(data.data())


def _image(address: str, content: bytes) -> QImage:
    if not address.endswith(".svg"):
        return QImage.fromData(QByteArray(content))
    drawing = QSvgRenderer(QByteArray(content))
    size = drawing.viewBoxF().size()
    height = round(DRAWN * size.height() / max(1.0, size.width()))
    image = QImage(DRAWN, height, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    drawing.render(painter, QRectF(0, 0, DRAWN, height))
    painter.end()
    return image


def _paint(document: QTextDocument, writer: QPdfWriter) -> None:
    """Paint page after page; the document is laid out at 96 dots an inch, as its HTML means."""
    scale = DPI / 96
    area = QSizeF(writer.width() / scale, writer.height() / scale - FOOT / 25.4 * 96)
    document.setDocumentMargin(0)
    document.setPageSize(area)
    painter = QPainter(writer)
    painter.scale(scale, scale)
    count = document.pageCount()
    foot_font = QFont(document.defaultFont())
    foot_font.setPixelSize(11)
    for number in range(count):
        if number:
            writer.newPage()
        painter.save()
        painter.translate(0, -number * area.height())
        part = QRectF(0, number * area.height(), area.width(), area.height())
        document.drawContents(painter, part)
        painter.restore()
        painter.setFont(foot_font)
        foot = QRectF(0, area.height(), area.width(), FOOT / 25.4 * 96)
        align = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignBottom
        painter.drawText(foot, align, f"{number + 1} / {count}")
    painter.end()
