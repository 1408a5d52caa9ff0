"""Judge images with the exported network beside this file: python THIS_FILE IMAGE [IMAGE ...]."""

import hashlib
import json
import sys
from pathlib import Path

import cv2
import numpy as np

try:  # where it is installed and was measured to be quicker
    import openvino
except ImportError:
    openvino = None

here = Path(__file__).with_name(Path(__file__).stem.removesuffix("_example") + ".onnx")
model = here.read_bytes()
about = json.loads(here.with_suffix(".json").read_text("utf-8"))
if not about["accepted"] or hashlib.sha256(model).hexdigest() != about["sha256"]:
    sys.exit(f"{about['file']}: not accepted, or changed since. {about['reason']}")
# A score above the threshold is a defect. Each texture's scores are counted from its own level, so
# that one threshold holds for all; of the plain probability each texture has its own.
own = "".join(f"; {texture} {value:.6f}" for texture, value in about["thresholds"].items())
print(f"threshold {about['threshold']:.6f}{own}", file=sys.stderr)
if about["caution"]:
    print(about["caution"], file=sys.stderr)
if about["runtime"] == "OpenVINO" and openvino is not None:
    core = openvino.Core()
    exact = {"INFERENCE_PRECISION_HINT": "f32", "PERFORMANCE_HINT": "LATENCY"}
    request = core.compile_model(core.read_model(model), "CPU", exact).create_infer_request()

    def judge(pixels):
        """Score and class of images, by OpenVINO."""
        request.infer({"pixels": pixels})
        return [request.get_tensor(name).data for name in ("score", "label")]

else:
    import onnxruntime

    session = onnxruntime.InferenceSession(model, providers=["CPUExecutionProvider"])

    def judge(pixels):
        """Score and class of images, by ONNX Runtime."""
        return session.run(["score", "label"], {"pixels": pixels})


for name in sys.argv[1:]:
    flags = cv2.IMREAD_ANYDEPTH | cv2.IMREAD_ANYCOLOR  # turned as every viewer shows it
    image = cv2.imdecode(np.fromfile(name, np.uint8), flags)
    if image.dtype != np.uint8:  # more than 8 bits: the grey window that it was trained with
        low, high = about["grey_window"]
        scaled = (image.astype(np.float32) - low) * np.float32(255.0 / (high - low))
        image = np.clip(np.round(np.nan_to_num(scaled)), 0, 255).astype(np.uint8)
    planes = image.shape[2] if image.ndim == 3 else 1
    if about["colour"]:  # RGB; else one plane
        change = {1: cv2.COLOR_GRAY2RGB, 3: cv2.COLOR_BGR2RGB}[planes]
        image = cv2.cvtColor(image, change)
    elif planes > 1:
        image = image.mean(axis=2).round().astype(np.uint8)
    if about["whole_side"]:  # the network sees the image shrunk
        scale = min(1.0, about["whole_side"] / max(image.shape[:2]))
        height, width = (max(32, round(side * scale / 16) * 16) for side in image.shape[:2])
        smaller = height < image.shape[0] or width < image.shape[1]
        method = cv2.INTER_AREA if smaller else cv2.INTER_LINEAR
        image = cv2.resize(image, (width, height), interpolation=method)
    missing = [(0, max(0, about["window"] - side)) for side in image.shape[:2]]
    image = np.pad(image, missing + [(0, 0)] * (image.ndim - 2), mode="reflect")
    score, label = judge(image[None])
    if not np.isfinite(score[0]):  # such a score is above no threshold, so it would read as normal
        sys.exit(f"{name}: the network gives no number; copy {about['file']} anew")
    print(f"{name}\t{about['classes'][label[0]]['name']}\t{score[0]:.6f}")
