<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="en">
 <context>
  <name>AnswerTab</name>
  <message numerus="yes">
   <location filename="../../gui/answer/tab.py" />
   <source>all {n} defects</source>
   <translation>
    <numerusform>the one defect</numerusform>
    <numerusform>all {n} defects</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="../../gui/answer/tab.py" />
   <source>{n} defects</source>
   <translation>
    <numerusform>{n} defect</numerusform>
    <numerusform>{n} defects</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>BoardTab</name>
  <message numerus="yes">
   <location filename="../../gui/study/board_tab.py" />
   <source>Ten claims: {parts}. {done} of {total} runs are done.</source>
   <translation>
    <numerusform>Ten claims: {parts}. {done} of {total} run is done.</numerusform>
    <numerusform>Ten claims: {parts}. {done} of {total} runs are done.</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>BoundPlot</name>
  <message numerus="yes">
   <location filename="../../gui/signoff/bound_plot.py" />
   <source>{n} parts</source>
   <translation>
    <numerusform>{n} part</numerusform>
    <numerusform>{n} parts</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="../../gui/signoff/bound_plot.py" />
   <source>{n} parts: at most {value} escape</source>
   <translation>
    <numerusform>{n} part: at most {value} escape</numerusform>
    <numerusform>{n} parts: at most {value} escape</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>CalibrationTab</name>
  <message numerus="yes">
   <location filename="../../gui/evaluate/calibration_tab.py" />
   <source>Drawn: the share of defects among test images of about equal score ({name}, {n} images), and below how many there are.</source>
   <translation>
    <numerusform>Drawn: the share of defects among test images of about equal score ({name}, {n} image), and below how many there are.</numerusform>
    <numerusform>Drawn: the share of defects among test images of about equal score ({name}, {n} images), and below how many there are.</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>CellsCard</name>
  <message numerus="yes">
   <location filename="../../gui/compare/cells_card.py" />
   <source>No difference is shown: McNemar {p}, {n} images decide.</source>
   <translation>
    <numerusform>No difference is shown: McNemar {p}, {n} image decides.</numerusform>
    <numerusform>No difference is shown: McNemar {p}, {n} images decide.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="../../gui/compare/cells_card.py" />
   <source>Right, {one} less {other}: {difference} points on {n} images (95 %: {low} to {high}).</source>
   <translation>
    <numerusform>Right, {one} less {other}: {difference} points on {n} image (95 %: {low} to {high}).</numerusform>
    <numerusform>Right, {one} less {other}: {difference} points on {n} images (95 %: {low} to {high}).</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="../../gui/compare/cells_card.py" />
   <source>{name} is better: McNemar {p}, {n} images decide.</source>
   <translation>
    <numerusform>{name} is better: McNemar {p}, {n} image decides.</numerusform>
    <numerusform>{name} is better: McNemar {p}, {n} images decide.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="../../gui/compare/cells_card.py" />
   <source>{n} images were held out by one of them alone and do not count.</source>
   <translation>
    <numerusform>{n} image was held out by one of them alone and does not count.</numerusform>
    <numerusform>{n} images were held out by one of them alone and do not count.</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>CheckTab</name>
  <message numerus="yes">
   <location filename="../../gui/check/check_tab.py" />
   <source>Copied {n} rows</source>
   <translation>
    <numerusform>Copied {n} row</numerusform>
    <numerusform>Copied {n} rows</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>ComparePage</name>
  <message numerus="yes">
   <location filename="../../gui/compare/page.py" />
   <source>{n} images</source>
   <translation>
    <numerusform>{n} image</numerusform>
    <numerusform>{n} images</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>DeadTab</name>
  <message numerus="yes">
   <location filename="../../gui/compress/dead_tab.py" />
   <source>{n} channels were 0 at every position of {training} training and {validation} validation images (S, seed {seed}). Exact: without them every number the network computes on S stays what it was but for rounding. Other images may wake a channel: see the verdict changes on the test images.</source>
   <translation>
    <numerusform>{n} channel was 0 at every position of {training} training and {validation} validation images (S, seed {seed}). Exact: without them every number the network computes on S stays what it was but for rounding. Other images may wake a channel: see the verdict changes on the test images.</numerusform>
    <numerusform>{n} channels were 0 at every position of {training} training and {validation} validation images (S, seed {seed}). Exact: without them every number the network computes on S stays what it was but for rounding. Other images may wake a channel: see the verdict changes on the test images.</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>DecideBar</name>
  <message numerus="yes">
   <location filename="../../gui/check/decide_bar.py" />
   <source>{n} findings are chosen.</source>
   <translation>
    <numerusform>{n} finding is chosen.</numerusform>
    <numerusform>{n} findings are chosen.</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>DifferenceCard</name>
  <message numerus="yes">
   <location filename="../../gui/runs/difference_card.py" />
   <source>{n} entries differ; below them what came out.</source>
   <translation>
    <numerusform>{n} entry differs; below it what came out.</numerusform>
    <numerusform>{n} entries differ; below them what came out.</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>EmbeddingTab</name>
  <message numerus="yes">
   <location filename="../../gui/measures/embedding_tab.py" />
   <source>{n} windows of each domain</source>
   <translation>
    <numerusform>{n} window of each domain</numerusform>
    <numerusform>{n} windows of each domain</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>EvaluatePage</name>
  <message numerus="yes">
   <location filename="../../gui/evaluate/page.py" />
   <source>Its network looks at {n} images once; the verdicts are kept.</source>
   <translation>
    <numerusform>Its network looks at {n} image once; the verdict is kept.</numerusform>
    <numerusform>Its network looks at {n} images once; the verdicts are kept.</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>FewerTab</name>
  <message numerus="yes">
   <location filename="../../gui/compress/fewer_tab.py" />
   <source>{n} of {all} points</source>
   <translation>
    <numerusform>{n} of {all} point</numerusform>
    <numerusform>{n} of {all} points</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="../../gui/compress/fewer_tab.py" />
   <source>{share}: {n} filters</source>
   <translation>
    <numerusform>{share}: {n} filter</numerusform>
    <numerusform>{share}: {n} filters</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>FoldsTab</name>
  <message numerus="yes">
   <location filename="../../gui/check/folds_tab.py" />
   <source>{n} groups of two images and more, the largest of {most}.</source>
   <translation>
    <numerusform>{n} group of two images and more, the largest of {most}.</numerusform>
    <numerusform>{n} groups of two images and more, the largest of {most}.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="../../gui/check/folds_tab.py" />
   <source>{n} images stand alone.</source>
   <translation>
    <numerusform>{n} image stands alone.</numerusform>
    <numerusform>{n} images stand alone.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="../../gui/check/folds_tab.py" />
   <source>{n} pairs of pictures that are alike lie in different folds: what is tested has been seen in training. Let alike pictures stay together.</source>
   <translation>
    <numerusform>{n} pair of pictures that are alike lies in different folds: what is tested has been seen in training. Let alike pictures stay together.</numerusform>
    <numerusform>{n} pairs of pictures that are alike lie in different folds: what is tested has been seen in training. Let alike pictures stay together.</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>InspectPage</name>
  <message numerus="yes">
   <location filename="../../gui/inspect/page.py" />
   <source>One scale for the run, from {n} judged images. Largest here: {value}</source>
   <translation>
    <numerusform>One scale for the run, from {n} judged image. Largest here: {value}</numerusform>
    <numerusform>One scale for the run, from {n} judged images. Largest here: {value}</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>JudgedGallery</name>
  <message numerus="yes">
   <location filename="../../gui/inspect/judged_gallery.py" />
   <source>Of {n} judged images</source>
   <translation>
    <numerusform>Of {n} judged image</numerusform>
    <numerusform>Of {n} judged images</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>ListCard</name>
  <message numerus="yes">
   <location filename="../../gui/review/list_card.py" />
   <source>{n} labels wrong</source>
   <translation>
    <numerusform>{n} label wrong</numerusform>
    <numerusform>{n} labels wrong</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="../../gui/review/list_card.py" />
   <source>{n} of {all} held-out images are judged.</source>
   <translation>
    <numerusform>{n} of {all} held-out images is judged.</numerusform>
    <numerusform>{n} of {all} held-out images are judged.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="../../gui/review/list_card.py" />
   <source>{n} verdicts wrong</source>
   <translation>
    <numerusform>{n} verdict wrong</numerusform>
    <numerusform>{n} verdicts wrong</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>LocatedTab</name>
  <message numerus="yes">
   <location filename="../../gui/evaluate/located_tab.py" />
   <source>None of the {n} defective test images has a region. Draw boxes or ellipses on the Data page; then the maps can be compared with them.</source>
   <translation>
    <numerusform>The {n} defective test image has no region. Draw a box or an ellipse on the Data page; then the map can be compared with it.</numerusform>
    <numerusform>None of the {n} defective test images has a region. Draw boxes or ellipses on the Data page; then the maps can be compared with them.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="../../gui/evaluate/located_tab.py" />
   <source>Press Measure localisation above: the maps of {n} defective test images are held against their regions. The result is kept with the run.</source>
   <translation>
    <numerusform>Press Measure localisation above: the map of {n} defective test image is held against its region. The result is kept with the run.</numerusform>
    <numerusform>Press Measure localisation above: the maps of {n} defective test images are held against their regions. The result is kept with the run.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="../../gui/evaluate/located_tab.py" />
   <source>of {n} defective test images</source>
   <translation>
    <numerusform>of {n} defective test image</numerusform>
    <numerusform>of {n} defective test images</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>LongerDialog</name>
  <message numerus="yes">
   <location filename="../../gui/runs/longer_dialog.py" />
   <source>{name} has {n} iterations.</source>
   <translation>
    <numerusform>{name} has {n} iteration.</numerusform>
    <numerusform>{name} has {n} iterations.</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>Matrix</name>
  <message numerus="yes">
   <location filename="../../gui/evaluate/matrix.py" />
   <source>Label {row}, verdict {column}: {n} of {total} images</source>
   <translation>
    <numerusform>Label {row}, verdict {column}: {n} of {total} image</numerusform>
    <numerusform>Label {row}, verdict {column}: {n} of {total} images</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>PictureTab</name>
  <message numerus="yes">
   <location filename="../../gui/toolkit/picture_tab.py" />
   <source>Copied {n} rows</source>
   <translation>
    <numerusform>Copied {n} row</numerusform>
    <numerusform>Copied {n} rows</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>PlanForm</name>
  <message numerus="yes">
   <location filename="../../gui/study/plan_form.py" />
   <source>{n} runs. Those that exist already are not trained again.</source>
   <translation>
    <numerusform>{n} run. One that exists already is not trained again.</numerusform>
    <numerusform>{n} runs. Those that exist already are not trained again.</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>ProblemList</name>
  <message numerus="yes">
   <location filename="../../gui/toolkit/problem_list.py" />
   <source>{n} files need a look</source>
   <translation>
    <numerusform>{n} file needs a look</numerusform>
    <numerusform>{n} files need a look</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>QueueStrip</name>
  <message numerus="yes">
   <location filename="../../gui/study/queue_strip.py" />
   <source>{done} of {total} runs</source>
   <translation>
    <numerusform>{done} of {total} run</numerusform>
    <numerusform>{done} of {total} runs</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>ReadingView</name>
  <message numerus="yes">
   <location filename="../../gui/reading/view.py" />
   <source>{n} more folders</source>
   <translation>
    <numerusform>{n} more folder</numerusform>
    <numerusform>{n} more folders</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>RegionCount</name>
  <message numerus="yes">
   <location filename="../../gui/regions/region_count.py" />
   <source>All {n} defects have a region</source>
   <translation>
    <numerusform>The {n} defect has a region</numerusform>
    <numerusform>All {n} defects have a region</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>ResultCard</name>
  <message numerus="yes">
   <location filename="../../gui/reading/result_card.py" />
   <source>{n} images</source>
   <translation>
    <numerusform>{n} image</numerusform>
    <numerusform>{n} images</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="../../gui/reading/result_card.py" />
   <source>{n} regions</source>
   <translation>
    <numerusform>{n} region</numerusform>
    <numerusform>{n} regions</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>ReviewPage</name>
  <message numerus="yes">
   <location filename="../../gui/review/page.py" />
   <source>Its network looks at {n} images once; the verdicts are kept.</source>
   <translation>
    <numerusform>Its network looks at {n} image once; the verdict is kept.</numerusform>
    <numerusform>Its network looks at {n} images once; the verdicts are kept.</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>RunCard</name>
  <message numerus="yes">
   <location filename="../../gui/evaluate/run_card.py" />
   <source>Held out: {n} test images, never used in training.</source>
   <translation>
    <numerusform>Held out: {n} test image, never used in training.</numerusform>
    <numerusform>Held out: {n} test images, never used in training.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="../../gui/evaluate/run_card.py" />
   <source>{done} of {total} test images judged: figures are of those.</source>
   <translation>
    <numerusform>{done} of {total} test image judged: figures are of those.</numerusform>
    <numerusform>{done} of {total} test images judged: figures are of those.</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>RunModel</name>
  <message numerus="yes">
   <location filename="../../gui/toolkit/run_table.py" />
   <source>{bad} of {all} defective images passed; 95 %: {interval}</source>
   <translation>
    <numerusform>{bad} of {all} defective image passed; 95 %: {interval}</numerusform>
    <numerusform>{bad} of {all} defective images passed; 95 %: {interval}</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="../../gui/toolkit/run_table.py" />
   <source>{bad} of {all} normal images rejected; 95 %: {interval}</source>
   <translation>
    <numerusform>{bad} of {all} normal image rejected; 95 %: {interval}</numerusform>
    <numerusform>{bad} of {all} normal images rejected; 95 %: {interval}</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="../../gui/toolkit/run_table.py" />
   <source>{n} test images, threshold {threshold}; trivial baseline {baseline}</source>
   <translation>
    <numerusform>{n} test image, threshold {threshold}; trivial baseline {baseline}</numerusform>
    <numerusform>{n} test images, threshold {threshold}; trivial baseline {baseline}</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>RunPicker</name>
  <message numerus="yes">
   <location filename="../../gui/measures/run_picker.py" />
   <source>Measured on {n} images, seed {seed}, in {time}</source>
   <translation>
    <numerusform>Measured on {n} image, seed {seed}, in {time}</numerusform>
    <numerusform>Measured on {n} images, seed {seed}, in {time}</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>SignOffPage</name>
  <message numerus="yes">
   <location filename="../../gui/signoff/page.py" />
   <source>Judge {n} test images</source>
   <translation>
    <numerusform>Judge {n} test image</numerusform>
    <numerusform>Judge {n} test images</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="../../gui/signoff/page.py" />
   <source>{n} of {all} normal test images were rejected: overkill at most {upper}.</source>
   <translation>
    <numerusform>{n} of {all} normal test images was rejected: overkill at most {upper}.</numerusform>
    <numerusform>{n} of {all} normal test images were rejected: overkill at most {upper}.</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>TablesCard</name>
  <message numerus="yes">
   <location filename="../../gui/reading/say_card.py" />
   <source>{format}: {count} images</source>
   <translation>
    <numerusform>{format}: {count} image</numerusform>
    <numerusform>{format}: {count} images</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>ThresholdCard</name>
  <message numerus="yes">
   <location filename="../../gui/evaluate/threshold_card.py" />
   <source>Cheapest threshold at this cost on the {n} validation images; the test images have no say. They are judged first if they have not been.</source>
   <translation>
    <numerusform>Cheapest threshold at this cost on the {n} validation image; the test images have no say. They are judged first if they have not been.</numerusform>
    <numerusform>Cheapest threshold at this cost on the {n} validation images; the test images have no say. They are judged first if they have not been.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="../../gui/evaluate/threshold_card.py" />
   <source>The run's own, chosen on its {n} validation images alone.</source>
   <translation>
    <numerusform>The run's own, chosen on its {n} validation image alone.</numerusform>
    <numerusform>The run's own, chosen on its {n} validation images alone.</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>VerdictCard</name>
  <message numerus="yes">
   <location filename="../../gui/toolkit/verdict_card.py" />
   <source>The file may stand for the run: on {n} held-out images it agrees.</source>
   <translation>
    <numerusform>The file may stand for the run: on {n} held-out image it agrees.</numerusform>
    <numerusform>The file may stand for the run: on {n} held-out images it agrees.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="../../gui/toolkit/verdict_card.py" />
   <source>{n} of {all} verdicts are not the run's.</source>
   <translation>
    <numerusform>{n} of {all} verdicts is not the run's.</numerusform>
    <numerusform>{n} of {all} verdicts are not the run's.</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>VersionCard</name>
  <message numerus="yes">
   <location filename="../../gui/review/version_card.py" />
   <source>{name}: {n} labels changed</source>
   <translation>
    <numerusform>{name}: {n} label changed</numerusform>
    <numerusform>{name}: {n} labels changed</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="../../gui/review/version_card.py" />
   <source>{n} images are left out in Data, Check. A version is made without them; this set and its runs stay as they are.</source>
   <translation>
    <numerusform>{n} image is left out in Data, Check. A version is made without it; this set and its runs stay as they are.</numerusform>
    <numerusform>{n} images are left out in Data, Check. A version is made without them; this set and its runs stay as they are.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="../../gui/review/version_card.py" />
   <source>{n} images are left out.</source>
   <translation>
    <numerusform>{n} image is left out.</numerusform>
    <numerusform>{n} images are left out.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="../../gui/review/version_card.py" />
   <source>{n} images are marked for relabel. A version holds them under their new labels; this set and its runs stay as they are.</source>
   <translation>
    <numerusform>{n} image is marked for relabel. A version holds it under its new label; this set and its runs stay as they are.</numerusform>
    <numerusform>{n} images are marked for relabel. A version holds them under their new labels; this set and its runs stay as they are.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="../../gui/review/version_card.py" />
   <source>{n} images, made {when} by {who} from {parent}</source>
   <translation>
    <numerusform>{n} image, made {when} by {who} from {parent}</numerusform>
    <numerusform>{n} images, made {when} by {who} from {parent}</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="../../gui/review/version_card.py" />
   <source>{version}, {n} images left out</source>
   <translation>
    <numerusform>{version}, {n} image left out</numerusform>
    <numerusform>{version}, {n} images left out</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>VersionDialog</name>
  <message numerus="yes">
   <location filename="../../gui/review/version_dialog.py" />
   <source>... and {n} other kinds</source>
   <translation>
    <numerusform>... and {n} other kind</numerusform>
    <numerusform>... and {n} other kinds</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>WindowStrip</name>
  <message numerus="yes">
   <location filename="../../gui/measures/windows.py" />
   <source>{n} windows chosen</source>
   <translation>
    <numerusform>{n} window chosen</numerusform>
    <numerusform>{n} windows chosen</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="../../gui/measures/windows.py" />
   <source>{n} windows chosen, the first {shown} shown</source>
   <translation>
    <numerusform>{n} window chosen, the first {shown} shown</numerusform>
    <numerusform>{n} windows chosen, the first {shown} shown</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>WorkersView</name>
  <message numerus="yes">
   <location filename="../../gui/toolkit/workers_view.py" />
   <source>{n} tasks wait</source>
   <translation>
    <numerusform>1 task waits</numerusform>
    <numerusform>{n} tasks wait</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="../../gui/toolkit/workers_view.py" />
   <source>{n} were lost; their tasks went on elsewhere</source>
   <translation>
    <numerusform>1 was lost; its task went on elsewhere</numerusform>
    <numerusform>{n} were lost; their tasks went on elsewhere</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="../../gui/toolkit/workers_view.py" />
   <source>{n} workers</source>
   <translation>
    <numerusform>1 worker</numerusform>
    <numerusform>{n} workers</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>_Found</name>
  <message numerus="yes">
   <location filename="../../gui/interpolate/nearest_view.py" />
   <source>among {n} images</source>
   <translation>
    <numerusform>among {n} image</numerusform>
    <numerusform>among {n} images</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>answer</name>
  <message numerus="yes">
   <location filename="../../gui/answer/words.py" />
   <source>{n} defects</source>
   <translation>
    <numerusform>{n} defect</numerusform>
    <numerusform>{n} defects</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="../../gui/answer/opening.py" />
   <source>{n} images</source>
   <translation>
    <numerusform>{n} image</numerusform>
    <numerusform>{n} images</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="../../gui/answer/words.py" />
   <source>{n} normal images</source>
   <translation>
    <numerusform>{n} normal image</numerusform>
    <numerusform>{n} normal images</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>compress</name>
  <message numerus="yes">
   <location filename="../../gui/few_defects/words.py" />
   <source>Escapes: {k} of {n} held-out defects. That still allows an escape rate of {possible}.</source>
   <translation>
    <numerusform>Escapes: {k} of {n} held-out defect. That still allows an escape rate of {possible}.</numerusform>
    <numerusform>Escapes: {k} of {n} held-out defects. That still allows an escape rate of {possible}.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="../../gui/few_defects/words.py" />
   <source>The teacher learned from {d} labelled defects. The student saw {n} normal images and {made} with made defects, and learned what the teacher says of them.</source>
   <translation>
    <numerusform>The teacher learned from {d} labelled defect. The student saw {n} normal images and {made} with made defects, and learned what the teacher says of them.</numerusform>
    <numerusform>The teacher learned from {d} labelled defects. The student saw {n} normal images and {made} with made defects, and learned what the teacher says of them.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="../../gui/few_defects/words.py" />
   <source>To show less than 5 % takes {n} held-out defects without an escape.</source>
   <translation>
    <numerusform>To show less than 5 % takes {n} held-out defect without an escape.</numerusform>
    <numerusform>To show less than 5 % takes {n} held-out defects without an escape.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="../../gui/few_defects/words.py" />
   <source>export accepted (largest score difference {difference} on {n} images)</source>
   <translation>
    <numerusform>export accepted (largest score difference {difference} on {n} image)</numerusform>
    <numerusform>export accepted (largest score difference {difference} on {n} images)</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="../../gui/few_defects/offer.py" />
   <source>{d} defects and {n} normal images are held out for judging</source>
   <translation>
    <numerusform>{d} defect and {n} normal images are held out for judging</numerusform>
    <numerusform>{d} defects and {n} normal images are held out for judging</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="../../gui/compress/words.py" />
   <source>{n} filters (1/{share})</source>
   <translation>
    <numerusform>{n} filter (1/{share})</numerusform>
    <numerusform>{n} filters (1/{share})</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="../../gui/few_defects/offer.py" />
   <source>{n} normal images</source>
   <translation>
    <numerusform>{n} normal image</numerusform>
    <numerusform>{n} normal images</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="../../gui/few_defects/offer.py" />
   <source>{n} of {all} defects have a known region</source>
   <translation>
    <numerusform>{n} of {all} defects has a known region</numerusform>
    <numerusform>{n} of {all} defects have a known region</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>evaluate</name>
  <message numerus="yes">
   <location filename="../../gui/evaluate/sentences.py" />
   <source>In {apart} of {all} groups the score is not the share of defects: no probability.</source>
   <translation>
    <numerusform>In the one group the score is not the share of defects: no probability.</numerusform>
    <numerusform>In {apart} of {all} groups the score is not the share of defects: no probability.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="../../gui/evaluate/sentences.py" />
   <source>Scores agree with the share of defects in all {all} groups, as far as {n} images tell.</source>
   <translation>
    <numerusform>Scores agree with the share of defects in the one group, as far as {n} images tell.</numerusform>
    <numerusform>Scores agree with the share of defects in all {all} groups, as far as {n} images tell.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="../../gui/evaluate/sentences.py" />
   <source>The map peaks on the defect in {hits} of {all} images; </source>
   <translation>
    <numerusform>The map peaks on the defect in {hits} of {all} image; </numerusform>
    <numerusform>The map peaks on the defect in {hits} of {all} images; </numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="../../gui/evaluate/sentences.py" />
   <source>Threshold {value} lets none of {bad} defects escape</source>
   <translation>
    <numerusform>Threshold {value} does not let the one defect escape</numerusform>
    <numerusform>Threshold {value} lets none of {bad} defects escape</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="../../gui/evaluate/sentences.py" />
   <source>Threshold {value} lets {escapes} of {bad} defects escape</source>
   <translation>
    <numerusform>Threshold {value} lets the one defect escape</numerusform>
    <numerusform>Threshold {value} lets {escapes} of {bad} defects escape</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="../../gui/evaluate/sentences.py" />
   <source>and rejects none of {good} good parts.</source>
   <translation>
    <numerusform>and does not reject the one good part.</numerusform>
    <numerusform>and rejects none of {good} good parts.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="../../gui/evaluate/sentences.py" />
   <source>and rejects {overkills} of {good} good parts.</source>
   <translation>
    <numerusform>and rejects the one good part.</numerusform>
    <numerusform>and rejects {overkills} of {good} good parts.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="../../gui/evaluate/sentences.py" />
   <source>{wrong} of {right} rejections rest on something else.</source>
   <translation>
    <numerusform>{wrong} of {right} rejection rests on something else.</numerusform>
    <numerusform>{wrong} of {right} rejections rest on something else.</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>findings</name>
  <message numerus="yes">
   <location filename="../../gui/study/words.py" />
   <source>{setting}, {defects} defects, draw {fold}</source>
   <translation>
    <numerusform>{setting}, {defects} defect, draw {fold}</numerusform>
    <numerusform>{setting}, {defects} defects, draw {fold}</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="../../gui/study/words.py" />
   <source>{setting}: {n} of {all} folds, the last by iteration {i}</source>
   <translation>
    <numerusform>{setting}: {n} of {all} fold, by iteration {i}</numerusform>
    <numerusform>{setting}: {n} of {all} folds, the last by iteration {i}</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>folder</name>
  <message numerus="yes">
   <location filename="../../gui/folder/words.py" />
   <source>An inspection of {date}, {n} files.</source>
   <translation>
    <numerusform>An inspection of {date}, {n} file.</numerusform>
    <numerusform>An inspection of {date}, {n} files.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="../../gui/folder/words.py" />
   <source>Cancelled after {n} files; they are kept.</source>
   <translation>
    <numerusform>Cancelled after {n} file; it is kept.</numerusform>
    <numerusform>Cancelled after {n} files; they are kept.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="../../gui/folder/words.py" />
   <source>Done: {n} files.</source>
   <translation>
    <numerusform>Done: {n} file.</numerusform>
    <numerusform>Done: {n} files.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="../../gui/folder/words.py" />
   <source>Stopped after {n} files; they are kept.</source>
   <translation>
    <numerusform>Stopped after {n} file; it is kept.</numerusform>
    <numerusform>Stopped after {n} files; they are kept.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="../../gui/folder/words.py" />
   <source>{bad} of {all} images are judged defective ({share}).</source>
   <translation>
    <numerusform>{bad} of {all} images is judged defective ({share}).</numerusform>
    <numerusform>{bad} of {all} images are judged defective ({share}).</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="../../gui/folder/words.py" />
   <source>{n} are unlike the training images.</source>
   <translation>
    <numerusform>{n} is unlike the training images.</numerusform>
    <numerusform>{n} are unlike the training images.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="../../gui/folder/words.py" />
   <source>{n} images are judged.</source>
   <translation>
    <numerusform>{n} image is judged.</numerusform>
    <numerusform>{n} images are judged.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="../../gui/folder/words.py" />
   <source>{n} of {all} images are unlike the training images: verdicts on them are not backed by any test. Of familiar normal images at most {share} are expected here.</source>
   <translation>
    <numerusform>{n} of {all} images is unlike the training images: the verdict on it is not backed by any test. Of familiar normal images at most {share} are expected here.</numerusform>
    <numerusform>{n} of {all} images are unlike the training images: verdicts on them are not backed by any test. Of familiar normal images at most {share} are expected here.</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>interpolate</name>
  <message numerus="yes">
   <location filename="../../gui/interpolate/sentences.py" />
   <source>{run}: the verdict flips {n} times, first at t = {t}</source>
   <translation>
    <numerusform>{run}: the verdict flips once, at t = {t}</numerusform>
    <numerusform>{run}: the verdict flips {n} times, first at t = {t}</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>signoff</name>
  <message numerus="yes">
   <location filename="../../gui/signoff/words.py" />
   <source>Planned on {date}: {n} defective parts.</source>
   <translation>
    <numerusform>Planned on {date}: {n} defective part.</numerusform>
    <numerusform>Planned on {date}: {n} defective parts.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="../../gui/signoff/words.py" />
   <source>Planned on {date}: {n} looks.</source>
   <translation>
    <numerusform>Planned on {date}: {n} look.</numerusform>
    <numerusform>Planned on {date}: {n} looks.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="../../gui/signoff/words.py" />
   <source>{escapes} of {n} defective test images escaped: that bounds the rate to {upper} (exact, one-sided).</source>
   <translation>
    <numerusform>{escapes} of {n} defective test image escaped: that bounds the rate to {upper} (exact, one-sided).</numerusform>
    <numerusform>{escapes} of {n} defective test images escaped: that bounds the rate to {upper} (exact, one-sided).</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="../../gui/signoff/words.py" />
   <source>{n} further defective parts without any escape would prove it.</source>
   <translation>
    <numerusform>{n} further defective part without an escape would prove it.</numerusform>
    <numerusform>{n} further defective parts without any escape would prove it.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="../../gui/signoff/words.py" />
   <source>{n} further defective parts without any escape would prove it; the rate seen is above the limit, so that is unlikely.</source>
   <translation>
    <numerusform>{n} further defective part without an escape would prove it; the rate seen is above the limit, so that is unlikely.</numerusform>
    <numerusform>{n} further defective parts without any escape would prove it; the rate seen is above the limit, so that is unlikely.</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>stores</name>
  <message numerus="yes">
   <location filename="../../gui/runs/store.py" />
   <source>{n} runs are in the bin; they can be taken out there.</source>
   <translation>
    <numerusform>{n} run is in the bin; it can be taken out there.</numerusform>
    <numerusform>{n} runs are in the bin; they can be taken out there.</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>text</name>
  <message numerus="yes">
   <location filename="../../gui/words/pace.py" />
   <source>about {n} minutes</source>
   <translation>
    <numerusform>about {n} minute</numerusform>
    <numerusform>about {n} minutes</numerusform>
   </translation>
  </message>
 </context>
</TS>
